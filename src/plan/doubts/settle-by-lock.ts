import type { Doubt } from '../../model/index.ts';
import type { LockedAnswer } from '../types.ts';

/** The doubt as the plan lock leaves it. */
export function settleByLock(doubt: Doubt, locked: readonly LockedAnswer[], step: string, piece: number): Doubt {
  if (doubt.settledBy !== null) return doubt;
  const answer = locked.find((each) => each.step === step && each.piece === piece && each.doubt === doubt.kind)?.answer;
  return answer === undefined || !doubt.answers.includes(answer) ? doubt : { ...doubt, settledBy: 'lock', answer };
}
