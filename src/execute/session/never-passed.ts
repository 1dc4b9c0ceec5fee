import type { RunState } from '../../events/index.ts';
import type { PieceKey } from '../../model/index.ts';

/** Pieces that were skipped and have not run, or failed or were cut off and were skipped then: what they would set is not to be counted on. */
export function neverPassed({ steps }: RunState): readonly PieceKey[] {
  return Object.values(steps).flatMap(({ id, pieces }) => Object.values(pieces).filter(({ status, attempt, finished }) => status === 'skipped' && (attempt === 0 || finished?.status !== 'passed')).map(({ index }) => ({ step: id, piece: index })));
}
