import type { ExpectationChecked, RunEvent, StepFinished, StepStarted } from '../../events/index.ts';
import { exactDuration } from '../durations.ts';

/** One start of a piece, with all that came of it but its output. */
export interface Attempt {
  readonly started: StepStarted;
  /** As it stands now: an operator may have accepted it later. */
  readonly finished: StepFinished | null;
  /** When it ended; that may have been told again later. */
  readonly endedAt: string | null;
  /** The last word on each. */
  readonly checks: readonly ExpectationChecked[];
}

interface Growing extends Attempt {
  finished: StepFinished | null;
  endedAt: string | null;
  readonly verdicts: Map<number, ExpectationChecked>;
}

/** What an attempt wrote: all of it, or the two ends of a flood. */
export interface KeptOutput {
  readonly start: string;
  /** Bytes between the two that are left out. */
  readonly left: number;
  /** `''` where nothing is left out. */
  readonly end: string;
  /** The file that has all of it. */
  readonly path: string;
}

/** Reads what an attempt wrote, at most so many bytes of it. */
export type ReadOutput = (attempt: StepStarted, most: number) => KeptOutput;

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
  // A person did it, or nobody did: a duration would say something that is not known.
  if (started.kind === 'manual') return finished.reason ?? 'done by hand';
  const exit = finished.status !== 'failed' ? '' : finished.signal !== undefined ? `, ended by ${finished.signal}` : finished.exitCode === null || finished.exitCode === 0 ? '' : `, exit status ${finished.exitCode}`;
  return `${statusWord(started, finished)} ${exactDuration(finished.durationMs)}${exit}${finished.interrupted === true ? `; ${finished.reason ?? ''}` : ''}${finished.accepted === undefined ? '' : `; accepted: ${finished.accepted}`}`;
}

function statusWord({ background, follow }: StepStarted, { status }: StepFinished): string {
  if (status === 'passed' || status === 'failed') return `${status} in`;
  if (status === 'timed-out') return 'ran out of time after';
  return background === true ? 'ended with the run after' : follow === true ? 'watched for' : 'stopped after';
}

