import type { CodeRange } from '../model/index.ts';

/** Index of the first range that ends after an offset; the ranges are in order and do not overlap. */
function firstEndingAfter(ranges: readonly CodeRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a range meets one of the ranges, which are in order and do not overlap. */
export function meets(ranges: readonly CodeRange[], range: CodeRange): boolean {
  const found = ranges[firstEndingAfter(ranges, range.start)];
  return found !== undefined && found.start < range.end;
}

/** Those of the ranges that start inside a range. */
export function startingIn<T extends CodeRange>(ranges: readonly T[], range: CodeRange): readonly T[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < ranges.length && (ranges[end]?.start ?? Infinity) < range.end) end += 1;
  return ranges.slice(low, end);
}
