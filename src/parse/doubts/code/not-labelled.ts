import type { DoubtSources, Found } from '../sources.ts';

/** A block that nobody labelled and that has no prompts, although it is plainly commands. */
export function notLabelled({ draft }: DoubtSources): Found | null {
  if (draft.fence === null || !draft.fence.plainly) return null;
  const label = draft.fence.language === '' ? 'the block has no language' : `the block is labelled "${draft.fence.language}"`;
  return { text: label, at: draft.range.start, block: true };
}
