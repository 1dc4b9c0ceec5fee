import type { Heading, Html, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { LIST_MARK, type SourceText } from '../../../model/index.ts';

/** Whether a text may have blocks of HTML. */
const MAY_HAVE = new RegExp(String.raw`^[ \t>]*(?:${LIST_MARK}[ \t]+)*</?[a-z]`, 'im');
/** Blocks whose words are no prose: code, tables, drawings, and what only authors see. */
const NO_PROSE = /^\s*<!--|<(?:pre|script|style|textarea|table|svg|iframe)\b/i;
const TAG = /<!--[^]*?-->|<\/?[a-z][\w-]*(?:\s[^<>]*)?>/gi;
const HEADING = /^\s*<h(?<depth>[1-6])\b[^<>]*>[^]*<\/h\k<depth>>\s*$/i;
const HOLDERS: ReadonlySet<string> = new Set(['root', 'listItem', 'blockquote', 'footnoteDefinition']);

/** A tag of HTML. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly ends: boolean;
}

/** The tags of a block of HTML, with words or without, in order; none of those in comments. */
export function tagsIn(node: Html | Paragraph): readonly Tag[] {
  const html = node.type === 'html' ? [node.value] : node.children.flatMap((child) => (child.type === 'html' ? [child.value] : []));
  return [...html.join('').replace(/<!--[^]*?-->/g, '').matchAll(/<(?<end>\/?)(?<name>[a-z][\w-]*)/gi)].map(({ groups }) => ({ name: (groups?.['name'] ?? '').toLowerCase(), ends: groups?.['end'] === '/' }));
}

/** Makes paragraphs and headings of the blocks of HTML that have words, as a forge shows them: `<summary>If it hangs</summary>` leads to what is below it. */
export function showHtml(tree: Root, source: SourceText, base: number): void {
  if (!MAY_HAVE.test(source.text)) return;
  visit(tree, 'html', (node, index, parent) => {
    if (parent === undefined || index === undefined || !HOLDERS.has(parent.type) || NO_PROSE.test(node.value)) return undefined;
    const shown = apart(node, source.text, base).map((part) => shownAs(part, node.position));
    (parent.children as RootContent[]).splice(index, 1, ...shown);
    return [SKIP, index + shown.length];
  });
}

/** A block that ends one `<details>` and begins the next is two. */
function apart({ type, value, position }: Html, text: string, base: number): readonly Html[] {
  // In a list or a quote its lines stand elsewhere than in its value.
  const isAsWritten = position !== undefined && text.startsWith(value, (position.start.offset ?? 0) + base);
  const ends = [...value.matchAll(/<\/details>\s*(?=\S)/gi)].map(({ 0: end, index }) => index + end.length);
  return [0, ...ends].map((start, part) => partOf({ type, value, ...(isAsWritten ? { position } : {}) }, start, ends[part] ?? value.length));
}

/** A part of a block, from one place in its value to another. */
function partOf(node: Html, from: number, to: number): Html {
  const { value, position } = node;
  return { type: 'html', value: value.slice(from, to), ...(position === undefined ? {} : { position: { start: pointAt(value, position.start, from), end: pointAt(value, position.start, to) } }) };
}

type Point = NonNullable<Html['position']>['start'];

function pointAt(value: string, { line, column, offset = 0 }: Point, at: number): Point {
  const lines = value.slice(0, at).split('\n');
  return { line: line + lines.length - 1, column: lines.length === 1 ? column + at : (lines.at(-1) ?? '').length + 1, offset: offset + at };
}

/** A part of a block; `around` is where the whole block stands, if it is not known where the part does. */
function shownAs(node: Html, around: Html['position']): Html | Paragraph | Heading {
  const position = node.position ?? around;
  const place = position === undefined ? {} : { position };
  if (!/\p{L}{2}/u.test(node.value.replace(TAG, ' '))) return { ...node, ...place };
  const children = tagsAndWords(node);
  const depth = Number(HEADING.exec(node.value)?.groups?.['depth'] ?? 0);
  return depth > 0 ? { type: 'heading', depth: depth as Heading['depth'], children, ...place } : { type: 'paragraph', children, ...place };
}

function tagsAndWords(node: Html): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  const add = (type: 'html' | 'text', from: number, to: number): void => {
    if (from < to) parts.push({ ...partOf(node, from, to), type });
  };
  let at = 0;
  for (const { 0: tag, index } of node.value.matchAll(TAG)) {
    add('text', at, index);
    add('html', index, index + tag.length);
    at = index + tag.length;
  }
  add('text', at, node.value.length);
  return parts;
}
