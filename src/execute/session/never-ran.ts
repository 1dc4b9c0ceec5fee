import type { PieceKey, RunState } from '../../events/index.ts';

/** Pieces that were skipped and have not run before or since. */
export function neverRan({ steps }: RunState): readonly PieceKey[] {
  return Object.values(steps).flatMap(({ id, pieces }) => Object.values(pieces).filter(({ status, attempt }) => status === 'skipped' && attempt === 0).map(({ index }) => ({ step: id, piece: index })));
}
