import type { Located, Metadata, MetadataEntry, TableShape } from '../../model/index.ts';
import { type Document, linkAddress, rangeOf, spanOf, splitList, stripMarks, written } from '../markdown/index.ts';
import type { FrontMatter } from './front-matter.ts';
import { knownKey, LIST_KEYS, type MetadataKey } from './metadata-keys.ts';
import { readMetadataLines, type KeyValue } from './metadata-lines.ts';

interface Found extends KeyValue {
  readonly from: MetadataEntry['from'];
  readonly items: readonly Located<string>[] | null;
}

/** What the top of a file says of it. `end` is where its first section of depth 2 begins. */
export function readMetadata(document: Document, frontMatter: FrontMatter, tables: readonly TableShape[], end: number): Metadata {
  const start = frontMatter.range?.end ?? document.base;
  const lines = readMetadataLines(document.source.text.slice(start, Math.max(start, end)), start);
  const found: Found[] = [
    ...frontMatter.values.map((value): Found => ({ ...value, from: 'front-matter', items: value.items?.map(({ text, range }) => ({ value: text, span: spanOf(document, range) })) ?? null })),
    ...[...lines, ...linesAtEnd(document, end)].map((line): Found => ({ ...line, from: 'line', items: null })),
    ...tables.filter((table) => table.span.end.offset <= end && isMetadataTable(table)).flatMap(readTable),
  ];
  return assemble(document, found);
}

/** `**Owner**: x` below a rule at the end of the file, where all lines are such. */
function linesAtEnd(document: Document, end: number): readonly KeyValue[] {
  const [last, before] = document.tree.children.filter(({ type }) => type !== 'html').slice(-2).reverse();
  const range = last?.type === 'paragraph' && before?.type === 'thematicBreak' ? rangeOf(document, last) : null;
  if (range === null || range.start < end) return [];
  const found = readMetadataLines(written(document, range), range.start);
  const lines = written(document, range).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.every((line) => readMetadataLines(line, 0).length > 0) && found.every(({ key }) => knownKey(key) !== null) ? found : [];
}

/** A two-column table whose first column names things we know about a file. */
export function isMetadataTable({ header, rows }: TableShape): boolean {
  if (header.length !== 2 || rows.length === 0) return false;
  const keys = rows.map(({ cells }) => knownKey(stripMarks(cells[0]?.value ?? '')));
  const known = keys.filter((key) => key !== null).length;
  const isKeyValue = /^(?:field|key|property|item|attribute|metadata|meta|what|)$/i.test(stripMarks(header[0]?.value ?? ''));
  return known > 0 && (isKeyValue || known * 2 >= rows.length);
}

function readTable({ header, rows }: TableShape): readonly Found[] {
  const pairs = [header, ...rows.map(({ cells }) => cells)];
  return pairs.flatMap(([key, value], index): Found[] => {
    if (key === undefined || value === undefined) return [];
    const name = stripMarks(key.value).replace(/:$/, '');
    if (name === '' || (index === 0 && knownKey(name) === null)) return [];
    const place = ({ span }: Located<string>): KeyValue['range'] => ({ start: span.start.offset, end: span.end.offset });
    return [{ key: name, value: value.value, range: place(value), from: 'table', items: null }];
  });
}

function assemble(document: Document, found: readonly Found[]): Metadata {
  const known = found.map(({ key }) => knownKey(key));
  const one = (key: MetadataKey): Located<string> | null => {
    const entry = found.find((candidate, index) => known[index] === key && candidate.value.trim() !== '');
    return entry === undefined ? null : { value: plainValue(entry), span: spanOf(document, entry.range) };
  };
  const many = (key: MetadataKey): readonly Located<string>[] => found.filter((_, index) => known[index] === key).flatMap((entry) => listOf(document, entry, key));
  return {
    owner: one('owner'),
    system: many('system'),
    severity: one('severity'),
    status: one('status'),
    lastReviewed: one('lastReviewed'),
    reviewIn: one('reviewIn'),
    lastIncident: one('lastIncident'),
    related: many('related'),
    audience: one('audience'),
    approver: one('approver'),
    escalation: one('escalation'),
    entries: found.map((entry, index) => ({ key: entry.key, known: known[index] ?? null, value: plainValue(entry), from: entry.from, span: spanOf(document, entry.range) })),
  };
}

function plainValue({ value, from }: Found): string {
  return from === 'front-matter' ? value : stripMarks(value);
}

function listOf(document: Document, { value, range, items, from }: Found, key: MetadataKey): readonly Located<string>[] {
  if (!LIST_KEYS.has(key)) return [];
  if (items !== null) return items.filter((item) => item.value !== '');
  // Where the value is as written, its parts have places of their own.
  const asWritten = document.source.text.slice(range.start, range.end);
  const list = splitList(asWritten === value || from !== 'front-matter' ? asWritten : value);
  // A sentence is no list, whatever commas it has.
  const parts = list.some(({ text }) => key === 'system' && stripMarks(text).replace(/\(.*\)/, '').trim().split(/\s+/).length > 3) ? [{ text: asWritten, start: 0 }] : list;
  return parts.flatMap(({ text, start }) => {
    const words = (key === 'related' ? linkAddress(text) : null) ?? stripMarks(text);
    return words === '' ? [] : [{ value: words, span: spanOf(document, { start: range.start + start, end: range.start + start + text.length }) }];
  });
}
