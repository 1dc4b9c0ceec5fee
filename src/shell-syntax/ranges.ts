import { type CodeRange, firstIndex, type ShellAnalysis } from '../model/index.ts';

/** Whether a range meets one of the ranges, which are in order and do not overlap. */
export function meets(ranges: readonly CodeRange[], range: CodeRange): boolean {
  const found = ranges[firstIndex(ranges, ({ end }) => end > range.start)];
  return found !== undefined && found.start < range.end;
}

/** Those of the ranges that start inside a range. */
export function startingIn<T extends CodeRange>(ranges: readonly T[], { start, end }: CodeRange): readonly T[] {
  return ranges.slice(firstIndex(ranges, (each) => each.start >= start), firstIndex(ranges, (each) => each.start >= end));
}

/** What no shell here runs, in order: comments, and what is typed elsewhere. */
export function notRunHere({ comments, remotes }: Pick<ShellAnalysis, 'comments' | 'remotes'>): readonly CodeRange[] {
  return [...comments, ...remotes.map(({ typed }) => typed)].sort((a, b) => a.start - b.start);
}
