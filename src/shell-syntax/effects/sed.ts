import type { Effect } from '../../model/index.ts';

/** An address: a line number, `$`, a pattern, `0~3`, `+4`. */
const ADDRESS = /(?:\d+(?:~\d+)?|\$|\/(?:[^/\\\n]|\\.)*\/[IM]*|[+~]\d+)/y;
/** Commands that are a letter by itself, or a letter with a number. */
const PLAIN = /[pPdDnNgGhHxlFz=](?:[ \t]*\d+)?|[qQ][ \t]*\d*|[{}]/y;
/** Commands whose text goes on to the end of the line; a label ends at a semicolon too. */
const TEXT = /[aic](?:[ \t]*\\\n?|[ \t])[^\n]*|[:btT][ \t]*[\w.-]*|#[^\n]*|r[ \t]+[^\n]+/y;

/** What a sed script does: only what is understood to the end, and neither writes a file nor runs a command, reads. */
export function sedEffect(script: string): Effect {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(script);
    if (match !== null) at += match[0].length;
    return match !== null;
  };
  while (at < script.length) {
    if (take(/[\s;]+/y)) continue;
    if (take(ADDRESS) && take(/[ \t]*,[ \t]*/y) && !take(ADDRESS)) return 'unknown';
    take(/[ \t]*!?[ \t]*/y);
    if (take(PLAIN) || take(TEXT)) continue;
    const end = /[sy]/.test(script.charAt(at)) ? substitutionEnd(script, at) : null;
    if (end === null) return 'unknown';
    at = end;
  }
  return 'reads';
}

/** The end of `s/a/b/g`, or `null` where it is none that only reads (flags `w` and `e`). */
function substitutionEnd(script: string, start: number): number | null {
  const delimiter = script.charAt(start + 1);
  if (delimiter === '' || /[\s\\]/.test(delimiter)) return null;
  let at = start + 2;
  for (let found = 0; at < script.length; at += 1) {
    if (script.charAt(at) === '\\') at += 1;
    else if (script.charAt(at) === delimiter) {
      found += 1;
      if (found === 2) break;
    }
  }
  if (at >= script.length) return null;
  const flags = /[gpiImM\d]*(?=[\s;}]|$)/y;
  flags.lastIndex = at + 1;
  const match = flags.exec(script);
  return match === null ? null : at + 1 + match[0].length;
}
