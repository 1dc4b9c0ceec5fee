import type { CodeRange, ShellAnalysis } from '../../model/index.ts';

const NEEDS_JOB: ReadonlySet<string> = new Set(['wait', 'fg', 'bg', 'jobs', 'disown']);

/** Stretches that one shell process must run: from `&` to the `wait` or `$!` that needs it, from `exec 3<…` on. */
export function unbreakable(analysis: ShellAnalysis): readonly CodeRange[] {
  const ranges: CodeRange[] = [];
  const users = jobUsers(analysis);
  for (const command of analysis.commands) {
    if (command.background) {
      const last = users.at(-1) ?? 0;
      if (last > command.start) ranges.push({ start: command.start, end: last });
    }
    if (command.topLevel && /^exec(?:\s+(?:\{\w+\}|\d*)[<>]\S*(?:\s+[^\s-]\S*)?)+$/.test(analysis.masked.slice(command.start, command.end))) {
      ranges.push({ start: command.start, end: analysis.masked.length });
    }
  }
  return merged(ranges);
}

/** Where jobs are used: `wait`, `fg`, `kill %1`, `$!`. */
function jobUsers(analysis: ShellAnalysis): readonly number[] {
  const places = analysis.commands
    .filter(({ name, args }) => NEEDS_JOB.has(name) || (name === 'kill' && args.some(({ raw }) => raw.startsWith('%'))))
    .map(({ end }) => end);
  for (const match of analysis.masked.matchAll(/\$!/g)) places.push(match.index + 2);
  return places.sort((a, b) => a - b);
}

function merged(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const result: CodeRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    if (before !== undefined && range.start <= before.end) result[result.length - 1] = { start: before.start, end: Math.max(before.end, range.end) };
    else result.push(range);
  }
  return result;
}
