import { asPattern } from '../../model/index.ts';

const WORD = String.raw`[\p{L}\p{N}_]`;
const JOINER = String.raw`[.\-/@]`;

/** Finds a text as whole tokens, white space folded: `up` is in `web.1: up (5m)` and not in `upgrading` or `not-up`. */
export function tokenPattern(text: string): RegExp {
  return new RegExp(`(?<!${WORD}|${WORD}${JOINER})${folded(text)}(?!${JOINER}?${WORD})`, 'u');
}

/** Finds a text anywhere, white space folded; a number at its edge must match as a whole, so that `v8` is not found in `v84`. */
export function textPattern(text: string): RegExp {
  const member = /^("(?:[^"\\]|\\.)*")\s*:\s*(.+)$/.exec(text);
  const body = member === null ? folded(text) : `${asPattern(member[1] ?? '')}\\s*:\\s*${folded(member[2] ?? '')}`;
  const before = /^\d/.test(text) ? String.raw`(?<!\d)` : '';
  const after = /\d$/.test(text) ? String.raw`(?!\d)` : '';
  return new RegExp(`${before}${body}${after}`, 'u');
}

function folded(text: string): string {
  return text.trim().split(/\s+/).map(asPattern).join('\\s+');
}
