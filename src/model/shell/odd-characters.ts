import type { CodeRange } from '../span.ts';
import { isHidden, isQuoted } from './hidden-code.ts';
import type { ShellAnalysis } from './shell.ts';

/** Dashes, curly quotes, blanks that are none, invisible and bidirectional characters. */
const NO_SHELL_CHARACTERS = /[\u2010-\u2015\u2212\u2018-\u201f\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\u00ad\u115f\u1160\u3164\uffa0\u180e]|[\u{e0000}-\u{e007f}]/gu;

/** What each kind of them is called, and what was meant instead. */
const KINDS: readonly (readonly [shape: RegExp, name: string, meant: string])[] = [
  [/[\u2010-\u2015\u2212]/, 'a dash that is no hyphen', '-'],
  [/[\u2018-\u201b]/, 'a curly quote', "'"],
  [/[\u201c-\u201f]/, 'a curly quote', '"'],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/, 'a blank that a shell does not read as one', ' '],
  [/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/, 'a character that turns the reading direction', ''],
];

/** The name of such a character. */
export function characterName(character: string): string {
  return KINDS.find(([shape]) => shape.test(character))?.[1] ?? 'an invisible character';
}

/** The character of a keyboard that was meant; `''` for one that nobody sees. */
export function meantCharacter(character: string): string {
  return KINDS.find(([shape]) => shape.test(character))?.[2] ?? '';
}

/** The offset of each such character in a stretch of code, except in comments and heredocs; a `quoted` one is just text. */
export function oddCharacters(text: string, shell: ShellAnalysis, { start, end }: CodeRange): readonly { readonly at: number; readonly character: string; readonly quoted: boolean }[] {
  return [...text.slice(start, end).matchAll(NO_SHELL_CHARACTERS)].flatMap((match) => {
    const at = start + match.index;
    return isHidden(shell, at) ? [] : [{ at, character: match[0], quoted: isQuoted(text, start, at, shell) }];
  });
}
