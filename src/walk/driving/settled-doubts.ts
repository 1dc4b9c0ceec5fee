import type { RunState } from '../../events/index.ts';
import type { Doubt, DoubtAnswer, DoubtKind } from '../../model/index.ts';
import type { At } from '../prompts/index.ts';

/** The answers that let a piece run as it stands. Any other leaves it out, or was about the command as it was edited at that time: who comes to the piece again is asked again. */
const LASTING: ReadonlySet<DoubtAnswer> = new Set(['here', 'run', 'passed', 'theirs', 'mine']);

/** The answers that were given about a piece, by the kind of doubt. */
export function settledAt({ doubts }: Pick<RunState, 'doubts'>, at: At): ReadonlyMap<DoubtKind, DoubtAnswer> {
  return new Map(doubts.filter((event) => isAt(event, at) && LASTING.has(event.answer)).map(({ doubt, answer }) => [doubt, answer]));
}

/** Whether an answer to a doubt was taken back, so that it counts no more, whoever gave it. */
export function isReopened({ reopened }: Pick<RunState, 'reopened'>, at: At, { kind }: Pick<Doubt, 'kind'>): boolean {
  return reopened.some((event) => isAt(event, at) && event.doubt === kind);
}

function isAt({ step, piece }: At, at: At): boolean {
  return step === at.step && piece === at.piece;
}
