import type { CodeRange } from '../span.ts';

const MARK = /^(?<sign><{7}|={7}|>{7})(?: .*)?\r?$/gm;

/** What a merge that was not finished left of a text: two versions of some lines, one below the other, each from the line `<<<<<<< HEAD` through `>>>>>>> other`. */
export function mergeConflicts(text: string): readonly CodeRange[] {
  if (!/^<{7}/m.test(text)) return [];
  const found: CodeRange[] = [];
  let start: number | null = null;
  let isCut = false;
  for (const { 0: line, index, groups } of text.matchAll(MARK)) {
    const sign = groups?.['sign']?.charAt(0);
    if (sign === '<') {
      start = index;
      isCut = false;
    } else if (sign === '=') isCut = start !== null;
    else if (start !== null && isCut) {
      found.push({ start, end: index + line.length });
      start = null;
    }
  }
  return found;
}
