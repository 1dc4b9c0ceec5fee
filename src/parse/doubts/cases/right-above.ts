import { firstIndex } from '../../../model/index.ts';
import { isRightAbove } from '../../markdown/index.ts';
import type { DoubtSources } from '../sources.ts';

/** Whether what ends at an offset stands right above a block. */
export function leadsToBlock({ document, collected: { codes } }: Pick<DoubtSources, 'document' | 'collected'>, end: number): boolean {
  const next = codes[firstIndex(codes, ({ range }) => range.start >= end)];
  return next !== undefined && isRightAbove(document, end, next.range.start);
}
