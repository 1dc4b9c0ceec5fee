import { isSettled, type RunState } from '../../events/index.ts';
import { isSamePiece } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type At, places } from '../../walk/index.ts';
import type { DocumentBlock } from './document-block.ts';

/** Index of the block of a place, or `-1`. */
export function blockOf(blocks: readonly DocumentBlock[], { step, piece }: At): number {
  return blocks.findIndex((block) => (block.kind === 'manual' && block.step === step) || (block.kind === 'piece' && block.step === step && block.piece === piece));
}

/** Index of the last block that a run has come to, cut off or not, or `-1`. */
export function reachedBlock(blocks: readonly DocumentBlock[], { steps }: RunState): number {
  const reached = Object.values(steps).flatMap(({ id, pieces }) => Object.values(pieces).filter((piece) => isSettled(piece) || piece.attempt > 0).map(({ index }) => blockOf(blocks, { step: id, piece: index })));
  return Math.max(-1, ...reached);
}

/** The place so many after another, within the plan. */
export function placeBy(plan: Plan, from: At, by: number): At {
  const all = places(plan);
  const index = all.findIndex((at) => isSamePiece(at, from));
  return all[Math.max(0, Math.min(index + by, all.length - 1))] ?? from;
}

/** The first block of what belongs to a place: its prose since the block before that has a step, or since its heading. */
export function leadOf(blocks: readonly DocumentBlock[], block: number): number {
  let first = block;
  for (let i = block - 1; i >= 0; i--) {
    const before = blocks[i];
    if (before === undefined || before.kind === 'piece' || before.kind === 'manual') break;
    first = i;
    if (before.kind === 'heading') break;
  }
  return first;
}
