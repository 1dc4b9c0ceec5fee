import { pieceState } from '../../events/index.ts';
import { isDone, places } from '../../walk/index.ts';
import type { AgentRun } from './agent-run.ts';
import { takenByAgents } from './taken-by-agents.ts';

/** Bytes of output in an answer; the report has more, and the journal all of it. */
const TAIL_BYTES = 4_000;

/** A run as an agent sees it. */
export function runView(run: AgentRun): Record<string, unknown> {
  const { walk, prompt } = run;
  const { state, plan, running } = walk;
  const all = places(plan);
  return {
    run: walk.run,
    runbook: plan.runbook.path,
    target: plan.target?.name ?? null,
    operator: state.started?.operator ?? run.options.operator,
    status: statusOf(run),
    prompt,
    takes: prompt === null ? [] : takenByAgents(prompt),
    running: running === null ? null : { step: running.step, piece: running.piece, attempt: running.attempt, waiting: running.waiting },
    done: `${all.filter((at) => isDone(state, new Set(), at)).length} of ${all.length}`,
    output: lastOutput(run),
    elapsedMs: Math.round(walk.elapsedMs),
    ...(run.heard === null ? {} : { heard: run.heard }),
  };
}

function statusOf({ asking, prompt }: AgentRun): string {
  if (asking !== null) return 'asks-a-person';
  if (prompt === null) return 'running';
  return prompt.kind === 'finished' ? prompt.status : 'asks-you';
}

/** The end of the latest piece's output. */
function lastOutput({ walk, ran }: AgentRun): Record<string, unknown> | null {
  const known = ran === null ? undefined : pieceState(walk.state, ran);
  if (ran === null || known === undefined) return null;
  const { status, finished, expectations } = known;
  return { step: ran.step, piece: ran.piece, status, exitCode: finished?.exitCode ?? null, checks: expectations.map(({ text, status: held, seen }) => ({ text, status: held, seen })), tail: walk.outputTail(ran.step, ran.piece, TAIL_BYTES) };
}
