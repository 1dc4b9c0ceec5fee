import { firstIndex } from '../../../model/index.ts';
import type { DoubtSources } from '../sources.ts';

/** Whether nothing but blanks and the marks of a list or a quote stand between two offsets. */
export function isRightAbove({ document }: Pick<DoubtSources, 'document'>, end: number, start: number): boolean {
  return /^[\s>]*$/.test(document.source.text.slice(end, start));
}

/** Whether what ends at an offset stands right above a block. */
export function leadsToBlock(sources: Pick<DoubtSources, 'document' | 'collected'>, end: number): boolean {
  const { codes } = sources.collected;
  const next = codes[firstIndex(codes, ({ range }) => range.start >= end)];
  return next !== undefined && isRightAbove(sources, end, next.range.start);
}
