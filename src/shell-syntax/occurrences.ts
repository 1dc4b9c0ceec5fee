import type { CodeRange, ShellAnalysis } from '../model/index.ts';
import { meets, notRunHere } from './ranges.ts';

const NAME = /[\p{L}\p{N}_]/u;

/** Where a literal stands as a whole word of the code, comments and lines typed elsewhere left out. */
export function occurrences(code: string, literal: string, analysis: Pick<ShellAnalysis, 'comments' | 'remotes'> | null = null): readonly CodeRange[] {
  if (literal === '') return [];
  const skipped = analysis === null ? [] : notRunHere(analysis);
  const found: CodeRange[] = [];
  for (let at = code.indexOf(literal); at >= 0; at = code.indexOf(literal, at + 1)) {
    const range = { start: at, end: at + literal.length };
    if (isWhole(code, range) && !meets(skipped, range)) found.push(range);
  }
  return found;
}

/** Not a part of a longer name: no letter, digit, `_` or `-` beside it, nor a dot that joins it to more of a name. */
function isWhole(code: string, { start, end }: CodeRange): boolean {
  const before = code.charAt(start - 1);
  const after = code.charAt(end);
  if (NAME.test(before) || NAME.test(after) || before === '-' || after === '-') return false;
  if (before === '.' && NAME.test(code.charAt(start - 2))) return false;
  return !(after === '.' && NAME.test(code.charAt(end + 1)));
}
