import { DONE_BY_HAND, type DoubtReopened, type DoubtSettled, nextAttempt, type RunState, type Unstamped } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { type Doubt, type DoubtAnswer, type DoubtKind, isSamePiece } from '../../model/index.ts';
import { stepOf } from '../../plan/index.ts';
import type { At } from '../prompts/index.ts';
import { keyOf, nextStop, places, type Stop } from '../route.ts';
import type { Trip } from './trip.ts';

/** The answers that let a piece run as it stands. Any other leaves it out, or was about the command as it was edited at that time: who comes to the piece again is asked again. */
const LASTING: ReadonlySet<DoubtAnswer> = new Set(['here', 'run', 'passed', 'theirs', 'mine']);

/** The answers that were given about a piece, by the kind of doubt. */
export function settledAt({ doubts }: Pick<RunState, 'doubts'>, at: At): ReadonlyMap<DoubtKind, DoubtAnswer> {
  return new Map(doubts.filter((event) => isSamePiece(event, at) && LASTING.has(event.answer)).map(({ doubt, answer }) => [doubt, answer]));
}

/** What is said of an answer to a doubt; the attempt before which it was given is known here. */
type Said<E extends DoubtSettled | DoubtReopened> = Omit<Unstamped<E>, 'type' | 'attempt'>;

/** Records that a doubt was settled. */
export function recordSettled(session: RunSession, { step, piece, ...said }: Said<DoubtSettled>): void {
  session.record({ type: 'doubt-settled', step, piece, attempt: nextAttempt(session.state, { step, piece }), ...said });
}

/** Records that the answer to a doubt was taken back. */
export function recordReopened(session: RunSession, { step, piece, ...said }: Said<DoubtReopened>): void {
  session.record({ type: 'doubt-reopened', step, piece, attempt: nextAttempt(session.state, { step, piece }), ...said });
}

/** Whether an answer to a doubt was taken back, so that it counts no more, whoever gave it. */
export function isReopened({ reopened }: Pick<RunState, 'reopened'>, at: At, { kind }: Pick<Doubt, 'kind'>): boolean {
  return reopened.some((event) => isSamePiece(event, at) && event.doubt === kind);
}

/** Doubts whose answer hangs on what was seen before it: an order to stop, a condition. */
const OF_THE_MOMENT: ReadonlySet<DoubtKind> = new Set(['gate', 'conditional']);

/** Takes back what was answered about the moment, where the walk goes back before it: what is seen there now may be otherwise. */
export function askMomentAgain({ session, options, again }: Trip, before: Stop | null): void {
  const { plan, state } = session;
  const order = new Map(places(plan).map((at, i) => [keyOf(at), i]));
  const now = placeOf(nextStop(plan, state, again, true));
  if (now >= placeOf(before)) return;
  for (const { step, piece, doubt, text, answer, by, reason } of state.doubts) {
    const isAhead = (order.get(keyOf({ step, piece })) ?? -1) >= now;
    if (isAhead && by === 'operator' && reason !== DONE_BY_HAND && OF_THE_MOMENT.has(doubt)) recordReopened(session, { step, piece, doubt, text, was: answer, who: options.operator });
  }

  function placeOf(stop: Stop | null): number {
    if (stop === null) return order.size;
    if (stop.kind === 'piece') return order.get(keyOf(stop)) ?? order.size;
    const { offset } = plan.alternatives[stop.group]?.group.span.start ?? { offset: Infinity };
    const first = places(plan).findIndex((at) => (stepOf(plan, at.step)?.step.span.start.offset ?? -1) >= offset);
    return first < 0 ? order.size : first;
  }
}
