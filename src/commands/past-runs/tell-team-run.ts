import type { Listener, RunEvent } from '../../events/index.ts';
import type { Remote } from '../../temporal/index.ts';

type Output = Extract<RunEvent, { type: 'output' }>;

interface Telling {
  readonly remote: Remote;
  readonly tell: Listener<RunEvent>;
  /** The latest attempts, whose output is told whole. */
  readonly whole: Set<string>;
}

/** Tells what happened so far in a team's run, with the whole output of its pieces if their worker can be reached. */
export async function tellTeamRun(remote: Remote, run: string, tell: Listener<RunEvent>): Promise<void> {
  const telling: Telling = { remote, tell, whole: new Set() };
  for (let from = 0, total = 1; from < total; ) {
    const snapshot = await remote.snapshot(from, run);
    for (const event of snapshot.events) await tellEvent(event, telling);
    ({ next: from, total } = snapshot);
    const { running } = snapshot;
    if (from >= total && running !== null && !running.waiting) await tellWhole({ ...running, type: 'output', time: new Date().toISOString(), run, stream: 'stdout', text: '' }, telling);
  }
}

async function tellEvent(event: RunEvent, telling: Telling): Promise<void> {
  // The history of a long run no longer has its outputs.
  if (event.type === 'step-finished') await tellWhole({ ...event, type: 'output', stream: 'stdout', text: '' }, telling);
  if (event.type !== 'output') await telling.tell(event);
  else if (!(await tellWhole(event, telling))) await telling.tell(event);
}

/** Tells everything that an attempt wrote; returns whether its worker has it. */
async function tellWhole({ time, run, step, piece, attempt, stream }: Output, { remote, tell, whole }: Telling): Promise<boolean> {
  const key = `${step}/${piece}/${attempt}`;
  if (whole.has(key)) return true;
  for (let from: number | null = 0; from !== null; ) {
    const part = await remote.output({ step, piece, attempt, from });
    if (part.kind === 'none') return false;
    whole.add(key);
    if (part.text !== '') await tell({ type: 'output', time, run, step, piece, attempt, stream, text: part.text });
    from = part.next;
  }
  return true;
}
