import { firstIndex } from '../first-index.ts';
import type { CodeRange } from '../span.ts';
import type { ShellAnalysis } from './shell.ts';

/** Whether an offset is in a comment or in the text of a heredoc. */
export function isHidden(shell: ShellAnalysis, at: number): boolean {
  return isIn(hiddenRanges(shell), at);
}

/** Whether an offset is within shell quotes. */
export function isQuoted(code: string, from: number, at: number, shell: ShellAnalysis): boolean {
  return isIn(quotedRanges(code, from, shell), at);
}

/** The ranges are in order and do not overlap. */
type Ranges = readonly CodeRange[];

function isIn(ranges: Ranges, at: number): boolean {
  const found = ranges[firstIndex(ranges, ({ end }) => end > at)];
  return found !== undefined && found.start <= at;
}

/** Cached, since callers ask for many places of one block. */
const hidden = new WeakMap<ShellAnalysis, Ranges>();
const quoted = new WeakMap<ShellAnalysis, Map<number, Ranges>>();

function hiddenRanges(shell: ShellAnalysis): Ranges {
  const known = hidden.get(shell);
  if (known !== undefined) return known;
  const bodies = shell.heredocs.map(({ start, end }) => ({ start: start + 1, end }));
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...shell.comments, ...bodies].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  hidden.set(shell, ranges);
  return ranges;
}

/** The ranges within quotes, if no quote is open at `from`. */
function quotedRanges(code: string, from: number, shell: ShellAnalysis): Ranges {
  const byStart = quoted.get(shell) ?? new Map<number, Ranges>();
  quoted.set(shell, byStart);
  const known = byStart.get(from);
  if (known !== undefined) return known;
  const ranges: CodeRange[] = [];
  let open = '';
  let start = 0;
  for (let index = from; index < code.length; index++) {
    const character = code.charAt(index);
    if (open === '' && (character === '"' || character === "'" || character === '\\') && isHidden(shell, index)) continue;
    if (character === '\\' && open !== "'") index++;
    else if (open === '' && (character === '"' || character === "'")) [open, start] = [character, index + 1];
    else if (open !== '' && character === open) {
      ranges.push({ start, end: index + 1 });
      open = '';
    }
  }
  if (open !== '') ranges.push({ start, end: Infinity });
  byStart.set(from, ranges);
  return ranges;
}
