import { forEachChild, type SyntaxNode, type Word } from 'unbash';
import type { CodeRange, ShellPlaceholder, ShellWord } from '../../model/index.ts';
import { startingIn } from '../ranges.ts';

/** The text of words, one blank between them: without their quotes where nothing in them is expanded. */
export function wordsText(words: readonly Pick<ShellWord, 'value' | 'raw'>[]): string {
  return words.map(({ value, raw }) => value ?? raw).join(' ');
}

/** What turns a parsed word into a word of the code as written. */
export interface WordSource {
  /** What was parsed, placeholders as written. */
  readonly text: string;
  readonly placeholders: readonly ShellPlaceholder[];
  /** Maps a range of the parsed text to the code. */
  readonly place: (range: { readonly pos: number; readonly end: number }) => CodeRange;
  readonly fill: string;
}

const EXPANSIONS: ReadonlySet<string> = new Set(['SimpleExpansion', 'ParameterExpansion', 'CommandExpansion', 'ArithmeticExpansion', 'ProcessSubstitution']);

/** A parsed word with its value: placeholders as written, `null` where an expansion decides. */
export function readWord(word: Word, source: WordSource): ShellWord {
  const range = source.place(word);
  const raw = source.text.slice(word.pos, word.end);
  return { ...range, raw, value: mayExpand(word) && hasExpansion(word) ? null : restore(word.value, range, source) };
}

/** Most words are plain: nothing inside them is looked at. */
export function mayExpand({ text }: Word): boolean {
  return /[$`]|[<>]\(/.test(text);
}

function hasExpansion(node: SyntaxNode): boolean {
  let found = false;
  forEachChild(node, (child) => {
    if (!found) found = EXPANSIONS.has(child.type) || hasExpansion(child);
  });
  return found;
}

function restore(value: string, range: CodeRange, { placeholders, fill }: WordSource): string {
  let result = value;
  let from = 0;
  for (const { raw } of startingIn(placeholders, range)) {
    const at = result.indexOf(fill.repeat(raw.length), from);
    if (at < 0) continue;
    result = result.slice(0, at) + raw + result.slice(at + raw.length);
    from = at + raw.length;
  }
  return result;
}
