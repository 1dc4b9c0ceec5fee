import { type CodeRange, LIST_MARK } from '../../model/index.ts';
import { CALLOUT_LEADS } from '../markdown/index.ts';
import { knownKey } from './metadata-keys.ts';

/** A `Key: value` as it stands in the file. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly range: CodeRange;
}

const PREFIX = /^(?:[ \t]*(?:>|[-*+](?=[ \t])))*[ \t]*(?:\\?)/;
const BOLD = /^(?<mark>\*\*|__)(?<key>[^*_:\n]{1,48}?)(?:\s*:\s*\k<mark>|\k<mark>\s*:)[ \t]*(?<value>.*)$/;
const ITALIC = /^(?<mark>[*_])(?<key>[^*_:\n]{1,48}?)(?:\s*:\s*\k<mark>|\k<mark>\s*:)[ \t]*(?<value>\S.*)$/;
const PLAIN = /^(?<key>\p{L}[\p{L}\p{N} /_-]{0,38}?)[ \t]?:(?:[ \t]+(?<value>\S.*)|$)/u;
/** All of a line in italics; one in bold is a heading. */
const IN_ITALICS = /^(?<mark>[*_])(?=[^*_\s])(?<inner>[^*_]+)\k<mark>[ \t]*$/;
/** What may stand between several keys of one line. */
const BETWEEN = /(?:[|·•;]|[—–](?=[ \t])|<br[ \t]*\/?>)[ \t]*(?=[*_]{0,2}\p{L})|(?<![ \t])[ \t]{2,}(?=(?:\*\*|__)\p{L})/gu;
const KEY_AHEAD = /^(?:\*\*|__|[*_])?(?<key>\p{L}[\p{L} _-]{1,38}?)[ \t]*(?::|(?:\*\*|__|[*_])[ \t]*:)/u;
/** How a line begins that is another block. */
const BEGINS_BLOCK = new RegExp(`^(?:#|${LIST_MARK} |\\||\`\`\`|~~~|<|---|===)`);
/** A value this long was probably wrapped: the next line goes on. */
const WRAPPED = 60;

/** Reads metadata line by line, because a bare newline merges keys into one paragraph. `start` is the text's place in the file. */
export function readMetadataLines(text: string, start: number): readonly KeyValue[] {
  const found: KeyValue[] = [];
  let open: { readonly index: number; readonly length: number } | null = null;
  for (const line of linesOf(text, start)) {
    const prefix = PREFIX.exec(line.text)?.[0] ?? '';
    const entries = readEntries(line.text.slice(prefix.length), line.start + prefix.length);
    if (entries.length > 0) {
      found.push(...entries);
      open = { index: found.length - 1, length: line.text.length };
      continue;
    }
    const words = line.text.slice(prefix.length).trim();
    const before: KeyValue | undefined = open === null ? undefined : found[open.index];
    if (open !== null && before !== undefined && words !== '' && goesOn(prefix, words, before.value, open.length)) {
      found[open.index] = { ...before, value: `${before.value} ${words}`, range: { start: before.range.start, end: line.start + line.text.trimEnd().length } };
      open = { index: open.index, length: line.text.length };
    } else {
      open = null;
    }
  }
  return found;
}

/** The keys of a line: mostly one, else with a sign between them. */
function readEntries(text: string, start: number): readonly KeyValue[] {
  const inner = IN_ITALICS.exec(text)?.groups?.['inner'] ?? '';
  if (namesKey(inner)) return readEntries(inner, start + 1);
  const first = readLine(text, start);
  if (first === null) return [];
  const cuts = [...text.matchAll(BETWEEN)].filter(({ index, 0: sign }) => index >= first.range.start - start && namesKey(text.slice(index + sign.length)));
  if (cuts.length === 0) return [first];
  const begins = [0, ...cuts.map(({ index, 0: sign }) => index + sign.length)];
  return begins.flatMap((begin, part) => readLine(text.slice(begin, cuts[part]?.index), start + begin) ?? []);
}

/** Whether a text begins with a known key. */
function namesKey(text: string): boolean {
  return knownKey(KEY_AHEAD.exec(text)?.groups?.['key'] ?? '') !== null;
}

function readLine(text: string, start: number): KeyValue | null {
  const bold = BOLD.exec(text);
  const plain = bold === null ? (ITALIC.exec(text) ?? PLAIN.exec(text)) : null;
  const { key = '', value = '' } = bold?.groups ?? plain?.groups ?? {};
  const name = key.trim();
  if (name === '' || (plain !== null && (knownKey(name) === null || value === ''))) return null;
  if (bold !== null && knownKey(name) === null && (value.trim() === '' || name.split(/\s+/).length > 5 || CALLOUT_LEADS.some(({ words }) => words.test(name)))) return null;
  const bare = value.trimEnd().replace(/\\$/, '').trimEnd();
  const valueStart = start + text.length - value.length;
  return { key: name, value: bare, range: { start: valueStart, end: valueStart + bare.length } };
}

function goesOn(prefix: string, words: string, value: string, length: number): boolean {
  const isNew = /[-*+][ \t]*$/.test(prefix) || BEGINS_BLOCK.test(words);
  return !isNew && (length >= WRAPPED || value === '');
}

/** Lines outside code blocks and tables. */
function* linesOf(text: string, start: number): Generator<{ readonly text: string; readonly start: number }> {
  let fence = '';
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const line = match[1] ?? '';
    const mark = /^[ \t>]*(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.['mark'] ?? '';
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
    } else yield { text: /^\s*\|/.test(line) ? '' : line, start: start + match.index };
    if (match[0] === '') break;
  }
}
