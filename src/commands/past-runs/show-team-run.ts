import type { Listener, RunEvent } from '../../events/index.ts';
import { ExitCode, type Io } from '../../model/index.ts';
import { remoteRun, type connect, type Remote, type TeamRun } from '../../temporal/index.ts';
import { eventPrinter } from '../running/unattended.ts';

type Output = Extract<RunEvent, { type: 'output' }>;

interface Showing {
  readonly remote: Remote;
  readonly print: Listener<RunEvent>;
  /** The latest attempts, whose output is printed whole. */
  readonly whole: Set<string>;
}

/** `runbook runs show <id> --engine temporal`: what happened so far, with the whole output of the pieces if their worker can be reached. */
export async function showTeamRun(client: Awaited<ReturnType<typeof connect>>, { run, workflow, execution }: TeamRun, io: Io): Promise<ExitCode> {
  const showing: Showing = { remote: remoteRun(client, workflow, execution), print: eventPrinter({ format: 'text' }, io), whole: new Set() };
  for (let from = 0, total = 1; from < total; ) {
    const snapshot = await showing.remote.snapshot(from, run);
    for (const event of snapshot.events) await show(event, showing);
    ({ next: from, total } = snapshot);
    const { running } = snapshot;
    if (from >= total && running !== null && !running.waiting) await printWhole({ ...running, type: 'output', time: new Date().toISOString(), run, stream: 'stdout', text: '' }, showing);
  }
  return ExitCode.done;
}

async function show(event: RunEvent, showing: Showing): Promise<void> {
  // The history of a long run no longer has its outputs.
  if (event.type === 'step-finished') await printWhole({ ...event, type: 'output', stream: 'stdout', text: '' }, showing);
  if (event.type !== 'output') await showing.print(event);
  else if (!(await printWhole(event, showing))) await showing.print(event);
}

/** Prints everything that an attempt wrote; returns whether its worker has it. */
async function printWhole({ time, run, step, piece, attempt, stream }: Output, { remote, print, whole }: Showing): Promise<boolean> {
  const key = `${step}/${piece}/${attempt}`;
  if (whole.has(key)) return true;
  for (let from: number | null = 0; from !== null; ) {
    const part = await remote.output({ step, piece, attempt, from });
    if (part.kind === 'none') return false;
    whole.add(key);
    if (part.text !== '') await print({ type: 'output', time, run, step, piece, attempt, stream, text: part.text });
    from = part.next;
  }
  return true;
}
