import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import type { CodeRange, Diagnostic } from '../../model/index.ts';
import { type Document, spanOf, written } from '../markdown/index.ts';
import type { KeyValue } from './metadata-lines.ts';

/** What stands between the `---` lines at the top. */
export interface FrontMatter {
  readonly range: CodeRange | null;
  /** Top-level values as text, lists with their items apart. */
  readonly values: readonly FrontMatterValue[];
  /** The `runbook:` map, with places in the file. */
  readonly runbook: { readonly map: YAMLMap; readonly offset: number } | null;
}

interface FrontMatterValue extends KeyValue {
  readonly items: readonly { readonly text: string; readonly range: CodeRange }[] | null;
}

const NONE: FrontMatter = { range: null, values: [], runbook: null };

/** Reads front matter; broken YAML is reported, and what is right in it is still read. */
export function readFrontMatter(document: Document, range: CodeRange | null, report: (diagnostic: Diagnostic) => void): FrontMatter {
  if (range === null) return NONE;
  const text = written(document, range);
  const opening = /^(?<mark>---|\+\+\+)[^\r\n]*(?:\r\n|\r|\n)?/.exec(text);
  const closing = /(?:\r\n|\r|\n)?(?:---|\+\+\+)[ \t]*$/.exec(text);
  const offset = range.start + (opening?.[0].length ?? 0);
  const inner = { start: offset, end: Math.max(offset, range.end - (closing?.[0].length ?? 0)) };
  if (opening?.groups?.['mark'] === '+++') return { ...NONE, range, values: readToml(written(document, inner), offset) };
  return { range, ...readYaml(document, written(document, inner), offset, report) };
}

function readYaml(document: Document, text: string, offset: number, report: (diagnostic: Diagnostic) => void): Omit<FrontMatter, 'range'> {
  // Same offsets without carriage returns, which the YAML reader would keep in plain values.
  const parsed = parseDocument(text.replace(/\r/g, ' '), { lineCounter: new LineCounter(), logLevel: 'silent', uniqueKeys: true, strict: false });
  const [error] = parsed.errors;
  if (error !== undefined) {
    const [start, end] = error.pos;
    const at = { start: offset + Math.min(start, text.length), end: offset + Math.min(Math.max(end, start + 1), text.length) };
    report({ rule: 'invalid-front-matter', severity: 'error', message: yamlProblem(error.message, text.slice(start)), span: spanOf(document, at) });
  }
  const root = parsed.contents;
  if (!isMap(root)) {
    if (error === undefined && text.trim() !== '' && root !== null) {
      report({ rule: 'invalid-front-matter', severity: 'error', message: 'the front matter is no map; expected lines such as "owner: team"', span: spanOf(document, { start: offset, end: offset + text.trimEnd().length }) });
    }
    return { values: [], runbook: null };
  }
  const runbook = root.items.find(({ key }) => isScalar(key) && key.value === 'runbook')?.value;
  const values = root.items.filter(({ key }) => !(isScalar(key) && key.value === 'runbook')).flatMap((pair) => readPair(pair as Pair<Node, Node | null>, offset));
  return { values, runbook: isMap(runbook) ? { map: runbook, offset } : null };
}

function readPair({ key, value }: Pair<Node, Node | null>, offset: number): readonly FrontMatterValue[] {
  if (!isScalar(key)) return [];
  const { end } = placeOf(key, offset);
  const range = value === null ? { start: end, end } : placeOf(value, offset);
  const items = isSeq(value) ? value.items.map((item) => ({ text: scalarText(item as Node), range: placeOf(item as Node, offset) })) : null;
  const text = items === null ? scalarText(value) : items.map((item) => item.text).join(', ');
  return [{ key: String(key.value), value: text, range, items }];
}

function scalarText(node: Node | null): string {
  if (node === null) return '';
  if (!isScalar(node)) return String(node.toString()).trim();
  if (node.value === null || node.value === undefined) return '';
  return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
}

/** What the YAML reader says, with the key where it speaks of one. */
function yamlProblem(message: string, at: string): string {
  const [first = ''] = message.split('\n');
  if (first.startsWith('Map keys must be unique')) return `the front matter has the key "${/^\s*(?<key>[^:\s][^:\n]*)/.exec(at)?.groups?.['key']?.trim() ?? at.trim()}" twice`;
  return `the front matter cannot be read as YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}`;
}

/** The place of a YAML node in the file. */
export function placeOf(node: Node, offset: number): CodeRange {
  const [start = 0, end = start] = node.range ?? [];
  return { start: offset + start, end: offset + end };
}

function readToml(text: string, offset: number): readonly FrontMatterValue[] {
  return [...text.matchAll(/^(?<key>[\w-]+)(?<gap>\s*=\s*)(?<value>[^\r\n]*)/gm)].map((match) => {
    const { key = '', gap = '', value = '' } = match.groups ?? {};
    const start = offset + match.index;
    const range = { start: start + key.length + gap.length, end: start + match[0].length };
    return { key, value: value.trim().replace(/^(["'])(.*)\1$/, '$2'), range, items: null };
  });
}
