import type { Plan } from '../../plan/index.ts';
import { type At, places } from '../../walk/index.ts';
import type { DocumentBlock } from './document-block.ts';

/** Index of the block of a place, or `-1`. */
export function blockOf(blocks: readonly DocumentBlock[], { step, piece }: At): number {
  return blocks.findIndex((block) => (block.kind === 'manual' && block.step === step) || (block.kind === 'piece' && block.step === step && block.piece === piece));
}

/** The place so many after another, within the plan. */
export function placeBy(plan: Plan, from: At, by: number): At {
  const all = places(plan);
  const index = all.findIndex(({ step, piece }) => step === from.step && piece === from.piece);
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
