import type { ExpectationChecked, RunEvent, StepFinished, StepStarted } from '../../events/index.ts';
import type { OutputEnds } from '../../state/index.ts';
import { exactDuration } from '../words/durations.ts';

/** One attempt at a piece, with everything but its output. */
export interface Attempt {
  readonly started: StepStarted;
  /** Its standing at the end: an operator may have accepted it later. */
  readonly finished: StepFinished | null;
  /** When it first ended; later events may repeat that. */
  readonly endedAt: string | null;
  /** The latest result of each check. */
  readonly checks: readonly ExpectationChecked[];
}

interface Growing extends Attempt {
  finished: StepFinished | null;
  endedAt: string | null;
  readonly verdicts: Map<number, ExpectationChecked>;
}

/** Reads what an attempt wrote, up to a number of bytes. */
export type ReadOutput = (attempt: StepStarted, most: number) => OutputEnds;

/** The attempts of a run in the order in which they began. */
export function attemptsOf(events: readonly RunEvent[]): readonly Attempt[] {
  const all = new Map<string, Growing>();
  for (const event of events) {
    if (!('attempt' in event)) continue;
    const key = `${event.step}\0${event.piece}\0${event.attempt}`;
    if (event.type === 'step-started') all.set(key, { started: event, finished: null, endedAt: null, checks: [], verdicts: new Map() });
    const attempt = all.get(key);
    if (attempt === undefined) continue;
    if (event.type === 'expectation') attempt.verdicts.set(event.index, event);
    else if (event.type === 'step-finished') {
      attempt.finished = event;
      attempt.endedAt ??= event.time;
    }
  }
  return [...all.values()].map(({ verdicts, ...attempt }) => ({ ...attempt, checks: [...verdicts.values()] }));
}

/** How an attempt ended, e.g. `failed in 2.1 s, exit status 1`. */
export function resultOf({ started, finished }: Attempt): string {
  if (finished === null) return 'did not finish';
  // For a manual step a duration would claim something that is not known.
  if (started.kind === 'manual') return finished.reason ?? 'done by hand';
  const interrupted = finished.interrupted === true ? `; ${finished.reason ?? ''}` : '';
  const accepted = finished.accepted === undefined ? '' : `; accepted: ${finished.accepted}`;
  return `${statusWord(started, finished)} ${exactDuration(finished.durationMs)}${failedBy(finished)}${interrupted}${accepted}`;
}

/** Who did it by hand, judged or accepted it: `, by ana`, ` (ana)`. */
export function whoDid(finished: StepFinished | null): string {
  if (finished?.who === undefined) return '';
  return finished.accepted === undefined ? `, by ${finished.who}` : ` (${finished.who})`;
}

function failedBy({ status, signal, exitCode }: StepFinished): string {
  if (status !== 'failed') return '';
  if (signal !== undefined) return `, ended by ${signal}`;
  return exitCode === null || exitCode === 0 ? '' : `, exit status ${exitCode}`;
}

function statusWord({ background, follow }: StepStarted, { status }: StepFinished): string {
  if (status === 'passed' || status === 'failed') return `${status} in`;
  if (status === 'timed-out') return 'ran out of time after';
  if (background === true) return 'ended with the run after';
  return follow === true ? 'watched for' : 'stopped after';
}

