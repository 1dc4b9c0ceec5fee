import type { Blockquote, Code, Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { lineStart, positionAt, type SourceText } from '../../../model/index.ts';
import { tabMarks, type TabMark } from './tab-marks.ts';

/** Reads a text, without its byte order mark, into a tree. */
export type TreeReader = (text: string) => Root;

declare module 'mdast' {
  interface BlockquoteData {
    /** The label of a tab: the quote stands for one of several ways. */
    tab?: string;
    /** What an admonition warns of, as its author named it. */
    admonition?: string;
  }
}

/** Whether a text may have containers that are not part of Markdown. */
const MAY_HAVE = /^[ \t>]*(?:!!!|\?\?\?\+?|===[!+]?|:::)[ \t]*["\w{]|^[ \t>]*(?:`{3,}|~{3,})\{[a-z]|<TabItem\b|\{[{%][<%]?\s*tab\b/m;
const INDENTED = /^(?:(?<admonition>!!!|\?\?\?\+?)[ \t]+(?<kind>[\w-]+)(?:[ \t]+[\w -]+)?(?:[ \t]+"(?<title>[^"\n]*)")?|===[!+]?[ \t]+"(?<tab>[^"\n]+)")[ \t]*(?:\r?\n|$)/;
const COLONS = /^:{3,}[ \t]*\{?(?<kind>[a-z]+)\}?(?:[ \t]+(?<title>[^\r\n]*))?(?:\r?\n|$)/i;
/** A block of MyST that holds text and no code. */
const DIRECTIVE = /^\{(?<kind>attention|caution|danger|error|hint|important|note|tip|warning|admonition|dropdown|seealso)\}$/i;
const COLONS_END = /(?:^|\n)[ \t]*:{3,}[ \t]*$/;

/** The file offsets of the lines of a tree's text. */
interface Place {
  readonly source: SourceText;
  readonly readTree: TreeReader;
  readonly base: number;
}

/** Makes quotes of admonitions (`!!!`, `???`, `:::`) and of tabs (MkDocs, Docusaurus, Hugo, GitBook), so that what stands in them is read like any other text. */
export function openContainers(tree: Root, source: SourceText, base: number, readTree: TreeReader): void {
  if (MAY_HAVE.test(source.text)) openIn(tree, { source, readTree, base });
}

function openIn(parent: { children: RootContent[] }, place: Place): void {
  parent.children = foldMarks(indentedContainers(parent.children, place), place);
  for (const child of parent.children) {
    if (child.type === 'list') for (const item of child.children) openIn(item as { children: RootContent[] }, place);
    else if (child.type === 'blockquote') openIn(child as { children: RootContent[] }, place);
  }
}

/** `!!! warning`, `=== "Linux"`: what is indented below belongs to it. Markdown took it for code, or for a line of the same paragraph. So does what stands in a block of MyST called `{warning}`. */
function indentedContainers(nodes: readonly RootContent[], place: Place): RootContent[] {
  const result: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const directive = node?.type === 'code' ? DIRECTIVE.exec(node.lang ?? '')?.groups?.['kind'] : undefined;
    if (node?.type === 'code' && directive !== undefined) {
      result.push(quote([...titleOf(node), ...reread(node, place)], node, node, { admonition: directive.toLowerCase() }));
      continue;
    }
    const marks = node?.type === 'paragraph' ? INDENTED.exec(textAt(node, place)) : null;
    if (node?.type !== 'paragraph' || marks === null) {
      if (node !== undefined) result.push(node);
      continue;
    }
    const { kind, title, tab } = marks.groups ?? {};
    const next = nodes[index + 1];
    const inside = next?.type === 'code' && isIndented(next, place) ? reread(next, place) : [];
    if (inside.length > 0) index += 1;
    const words = withoutStart(node, marks[0], title ?? '');
    const data = tab === undefined ? { admonition: (kind ?? '').toLowerCase() } : { tab };
    result.push(quote([...(words === null ? [] : [words]), ...inside], node, inside.at(-1) ?? node, data));
  }
  return result;
}

function titleOf({ meta, position }: Code): readonly Paragraph[] {
  return meta ? [{ type: 'paragraph', children: [{ type: 'text', value: meta }], ...(position === undefined ? {} : { position }) }] : [];
}

/** Marks that stand as text of their own around what belongs to them: `<TabItem>`, `{% tab %}`, `:::note`. */
function foldMarks(nodes: readonly RootContent[], place: Place): RootContent[] {
  const result: RootContent[] = [];
  let open: { readonly first: RootContent; readonly data: NonNullable<Blockquote['data']>; readonly children: RootContent[] } | null = null;
  const close = (last: RootContent): void => {
    if (open !== null) result.push(quote(open.children, open.first, last, open.data));
    open = null;
  };
  const isTab = (): boolean => open?.data.tab !== undefined;
  const add = (node: RootContent): void => void (open === null ? result : open.children).push(node);
  for (const node of nodes) {
    if (node.type === 'heading' && (node.depth < 3 || !isTab())) close(result.at(-1) ?? node);
    const text = node.type === 'paragraph' || node.type === 'html' ? textAt(node, place) : '';
    const colons = node.type === 'paragraph' ? COLONS.exec(text) : null;
    const tabs: readonly TabMark[] = text === '' ? [] : tabMarks(text);
    if (colons !== null && node.type === 'paragraph') {
      close(node);
      const { kind = '', title = '' } = colons.groups ?? {};
      const words = withoutStart(node, colons[0], title);
      open = { first: node, data: { admonition: kind.toLowerCase() }, children: words === null ? [] : [words] };
      if (COLONS_END.test(text)) close(node);
    } else if (COLONS_END.test(text)) {
      if (text.trim().replace(/^:+$/, '') !== '') add(node);
      close(node);
    } else if (tabs.length > 0) {
      const hasWords = tabs.some(({ kind }) => kind === 'words');
      for (const mark of tabs) {
        if (mark.kind === 'open') {
          close(node);
          open = { first: node, data: { tab: mark.label }, children: [] };
        } else if (mark.kind === 'close') close(node);
        else if (mark.kind === 'words' && hasWords) add(node);
      }
    } else add(node);
  }
  const last = nodes.at(-1);
  if (last !== undefined) close(last);
  return result;
}

function quote(children: readonly RootContent[], first: RootContent, last: RootContent, data: NonNullable<Blockquote['data']>): Blockquote {
  const start = first.position?.start;
  const end = last.position?.end;
  return { type: 'blockquote', children: children as Blockquote['children'], data, ...(start === undefined || end === undefined ? {} : { position: { start, end } }) };
}

/** A paragraph without its first line, which is a mark; with the title that stood there, or `null` where nothing is left. */
function withoutStart(node: Paragraph, mark: string, title: string): Paragraph | null {
  const { length } = mark;
  const titleAt = title.trim() === '' ? -1 : mark.indexOf(title.trim());
  let passed = false;
  const children = node.children.flatMap((child): Paragraph['children'] => {
    if (passed) return [child];
    passed = child.type === 'break' || (child.type === 'text' && child.value.includes('\n'));
    return passed && child.type === 'text' ? [{ ...child, value: child.value.slice(child.value.indexOf('\n') + 1) }] : [];
  });
  const words: Paragraph['children'] = title.trim() === '' ? [] : [{ type: 'text', value: children.length === 0 ? title.trim() : `${title.trim()}. ` }];
  if (words.length + children.length === 0) return null;
  return { ...node, children: [...words, ...children], ...(node.position === undefined ? {} : { position: { ...node.position, start: movedBy(node.position.start, titleAt >= 0 ? titleAt : length) } }) };
}

type Point = NonNullable<Paragraph['position']>['start'];

function movedBy(point: Point, by: number): Point {
  return { line: point.line, column: point.column + by, offset: (point.offset ?? 0) + by };
}

function textAt(node: RootContent, { source, base }: Place): string {
  return source.text.slice((node.position?.start.offset ?? 0) + base, (node.position?.end.offset ?? 0) + base);
}

function isIndented(node: Code, place: Place): boolean {
  return !/^(?:`{3}|~{3})/.test(textAt(node, place));
}

/** The text of a block read as Markdown, each node at its place in the file. */
function reread(code: Code, place: Place): readonly RootContent[] {
  const { source, base } = place;
  const text = code.value.replace(/\r\n?/g, '\n');
  const tree = place.readTree(text);
  const starts = lineStarts(text);
  const start = (code.position?.start.offset ?? 0) + base;
  const offsets = placesOfLines(text.split('\n'), isIndented(code, place) ? start : source.text.indexOf('\n', start) + 1, source.text);
  const moved = (offset: number): number => {
    const line = starts.findLastIndex((start) => start <= offset);
    return (offsets[line] ?? 0) + offset - (starts[line] ?? 0) - base;
  };
  visit(tree, (node) => {
    const { position } = node;
    if (position === undefined) return;
    const start = moved(position.start.offset ?? 0);
    const end = moved(position.end.offset ?? 0);
    node.position = { start: { ...pointAt(source, start + base), offset: start }, end: { ...pointAt(source, end + base), offset: end } };
  });
  return tree.children;
}

function pointAt(source: SourceText, offset: number): { readonly line: number; readonly column: number } {
  const { line, column } = positionAt(source, offset);
  return { line, column };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Where each line of a block begins in the file: at the end of its line there, less its own length. */
function placesOfLines(lines: readonly string[], start: number, text: string): readonly number[] {
  let at = lineStart(text, start);
  return lines.map((line) => {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const own = text.slice(at, end).replace(/\r$/, '');
    const place = Math.max(at, at + own.length - line.length);
    at = end + 1;
    return place;
  });
}
