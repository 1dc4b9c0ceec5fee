import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { answer } from '../answer.ts';
import type { AgentRun } from '../runs/agent-run.ts';
import { clientDialog } from '../replies/ask-person.ts';
import { clientOf, liveRun, type RunDesk } from '../desk.ts';
import { restTelling } from '../runs/progress.ts';
import { replySchema } from '../replies/reply-schema.ts';
import { runView } from '../runs/run-view.ts';
import { takeReply } from '../replies/take-reply.ts';
import { runSchema, waitSeconds } from './run-schema.ts';

/** `reply`. */
export function replyTool(server: McpServer, desk: RunDesk): void {
  const config = {
    title: 'Answer a prompt',
    description: 'One reply to what the run asks now. What reads runs on your word; where a person is needed, the run waits for one and says how: nothing that you write here stands for them.',
    inputSchema: z.strictObject({ run: z.string(), reply: replySchema, wait_seconds: waitSeconds }),
    outputSchema: runSchema,
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  };
  server.registerTool('reply', config, ({ run: id, reply, wait_seconds: seconds }, extra) =>
    answer(desk, async () => {
      const run = await liveRun(desk, id);
      const taken = takeReply(run, reply, { rules: desk.rules, client: clientOf(server), dialog: clientDialog(server) });
      if (taken.kind === 'hand-over') return handOver(desk, run, taken.why);
      if (taken.kind === 'refused') return { ...runView(run), refused: { why: taken.why, advice: taken.advice } };
      if (taken.kind === 'shown') return { ...runView(run), look: taken.look };
      await restTelling(run, seconds, extra);
      return runView(run);
    }),
  );
}

/** Leaves the run, so that a person can open it in a terminal. */
async function handOver({ live }: RunDesk, run: AgentRun, why: string): Promise<Record<string, unknown>> {
  const before = runView(run);
  await live.leave(run);
  const after = run.options.engine === undefined ? 'they go on there, or leave it there (q) for you to go on with start_run, resume' : 'they answer it there; start_run with the same path and target joins it again';
  return { ...before, status: 'waits-for-a-person', prompt: null, takes: [], person: { why, how: `in a terminal: ${nextOf(run)}`, after } };
}

/** How to resume a run that was left. */
function nextOf({ walk: { prompt, run } }: AgentRun): string {
  return (prompt?.kind === 'finished' ? prompt.next : null) ?? `runbook resume ${run ?? ''}`;
}
