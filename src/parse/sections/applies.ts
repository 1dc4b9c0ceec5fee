import { type CodeRange, isAscii, isGlob, type Located, matchesGlob, type Target, wordsIn } from '../../model/index.ts';
import { type Document, rangeOf, spanOf, splitSentences, written } from '../markdown/index.ts';
import { isTargetName } from '../inventory/index.ts';
import type { SectionDraft } from './outline.ts';

/** Names before which the targets are those that a section is not for. */
const EXCEPT = /\b(?:except|excluding|other than|but not|unless|not (?:for|on|to)|does not apply to|do not use (?:\w+ )?(?:for|on|with))\b[^.:]*$/i;
const ASCII_WORD = /`(?<code>[^`\n]+)`|(?<word>\w[\w.*?-]*[\w*]|\w)/g;
const WORD = /`(?<code>[^`\n]+)`|(?<word>[\p{L}\p{N}_][\p{L}\p{N}_.*?-]*[\p{L}\p{N}_*]|[\p{L}\p{N}_])/gu;

/** Targets that a section's heading or opening text names: it is for those only. */
export function readApplies(document: Document, section: SectionDraft, targets: readonly Target[]): readonly Located<string>[] {
  if (section.depth < 2 || targets.length === 0) return [];
  const heading = named(document, section.headingRange, section.headingRange, targets);
  const [opening] = section.nodes;
  const range = opening?.type === 'paragraph' ? rangeOf(document, opening) : null;
  if (heading.length > 0 || range === null) return heading;
  const first = splitSentences(written(document, range))[0]?.length ?? 0;
  return named(document, range, { start: range.start, end: range.start + first }, targets);
}

/** Globs anywhere in the text, names in its first sentence. */
function named(document: Document, range: CodeRange, sentence: CodeRange, targets: readonly Target[]): readonly Located<string>[] {
  const text = written(document, range);
  if (!/[*?]/.test(text) && !targets.some(({ name }) => text.includes(name))) return [];
  const found: (Located<string> & { readonly not: boolean })[] = [];
  for (const match of text.matchAll(isAscii(text) ? ASCII_WORD : WORD)) {
    const value = match.groups?.['code'] ?? match.groups?.['word'] ?? '';
    const start = range.start + match.index + (match.groups?.['code'] === undefined ? 0 : 1);
    if (isTarget(value, targets, start < sentence.end)) found.push({ value, span: spanOf(document, { start, end: start + value.length }), not: EXCEPT.test(text.slice(0, match.index)) });
  }
  const only = found.filter(({ not }) => !not);
  const [first] = found;
  return only.length > 0 || first === undefined ? only.map(({ value, span }) => ({ value, span })) : others(found, targets);
}

function isTarget(value: string, targets: readonly Target[], inFirstSentence: boolean): boolean {
  if (!isTargetName(value)) return false;
  if (!isGlob(value)) return inFirstSentence && targets.some(({ name, glob }) => !glob && name === value);
  return targets.some(({ name }) => name === value || matchesGlob(name, value)) || isSibling(value, targets);
}

/** `raxx-velvet-*` where targets begin with `raxx`. */
function isSibling(glob: string, targets: readonly Target[]): boolean {
  const [first] = wordsIn(glob);
  return /^[\p{L}\p{N}]/u.test(glob) && wordsIn(glob).length > 1 && targets.some(({ name }) => wordsIn(name)[0] === first);
}

function others(not: readonly Located<string>[], targets: readonly Target[]): readonly Located<string>[] {
  const [first] = not;
  if (first === undefined) return [];
  return targets.filter(({ name }) => !not.some(({ value }) => value === name || matchesGlob(name, value))).map(({ name }) => ({ value: name, span: first.span }));
}
