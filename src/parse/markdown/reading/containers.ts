import type { Blockquote, Code, List, Paragraph, Root, RootContent } from 'mdast';
import { lineAt, lineStart, type SourceText } from '../../../model/index.ts';
import { columnsOfIndent, INDENT, isIndented, reread, rereadLines, textAt, withoutIndent, type Place, type TreeReader } from './reread.ts';
import { tabMarks, type TabMark } from './tab-marks.ts';

declare module 'mdast' {
  interface BlockquoteData {
    /** The label of a tab: the quote stands for one of several ways. */
    tab?: string;
    /** Whether the tab is the first of its set: the one before it belongs to another choice. */
    beginsSet?: boolean;
    /** What an admonition warns of, as its author named it. */
    admonition?: string;
  }
}

/** Whether a text may have containers that are not part of Markdown. */
const MAY_HAVE = /^[ \t>]*(?:!!!|\?\?\?\+?|===[!+]?|:::)[ \t]*["\w{]|^[ \t>]*(?:`{3,}|~{3,})\{[a-z]|<TabItem\b|\{[{%][<%]?\s*tab\b/m;
const INDENTED = /^(?:(?<admonition>!!!|\?\?\?\+?)[ \t]+(?<kind>[\w-]+)(?:[ \t]+[\w -]+)?(?:[ \t]+"(?<title>[^"\n]*)")?|===[!+]?[ \t]+"(?<tab>[^"\n]+)")[ \t]*(?:\r?\n|$)/;
const COLONS = /^:{3,}[ \t]*\{?(?<kind>[a-z]+(?:-[a-z]+)*)\}?(?:[ \t]+(?<title>[^\r\n]*))?(?:\r?\n|$)/i;
/** A block of MyST that holds text and no code. */
const DIRECTIVE = /^\{(?<kind>attention|caution|danger|error|hint|important|note|tip|warning|admonition|dropdown|seealso)\}$/i;
const COLONS_END = /(?:^|\n)[ \t]*:{3,}[ \t]*$/;

/** Makes quotes of admonitions (`!!!`, `???`, `:::`) and of tabs (MkDocs, Docusaurus, Hugo, GitBook, MyST, VitePress), so that what stands in them is read like any other text. */
export function openContainers(tree: Root, source: SourceText, base: number, readTree: TreeReader): void {
  if (MAY_HAVE.test(source.text)) openIn(tree, { source, readTree, base });
}

function openIn(parent: { children: RootContent[] }, place: Place): void {
  parent.children = foldMarks(indentedContainers(parent.children.flatMap((node) => cutAtColons(node, place)), place), place);
  for (const child of parent.children) {
    if (child.type === 'list') for (const item of child.children) openIn(item as { children: RootContent[] }, place);
    else if (child.type === 'blockquote') openIn(child as { children: RootContent[] }, place);
  }
}

/** Marks on lines below others. */
const COLONS_BELOW = /\n(?=[ \t]*:{3,}[ \t]*(?:\{?[a-z]|\r?\n|$))/gi;

/** A paragraph or a list in whose lines `:::note`, or its end, stands without a blank line above: Markdown took that for more of the same. It is cut at all of them at once, so that each part is read again once. */
function cutAtColons(node: RootContent, place: Place): readonly RootContent[] {
  if (node.type !== 'paragraph' && node.type !== 'list') return [node];
  const start = (node.position?.start.offset ?? 0) + place.base;
  const all = [...textAt(node, place).matchAll(COLONS_BELOW)].map(({ index }) => start + index + 1);
  const marks = node.type === 'list' ? all.filter((mark) => isOutside(node, mark, place)) : all;
  if (marks.length === 0) return [node];
  const indent = (node.position?.start.column ?? 1) - 1;
  const end = (node.position?.end.offset ?? 0) + place.base;
  const read = (from: number, to: number): readonly RootContent[] => rereadLines(place.source.text.slice(from, to).split('\n').map((line, index) => (index === 0 ? line : withoutIndent(line, indent))), from, place);
  const parts = [start, ...marks].flatMap((from, index) => read(from, marks[index] === undefined ? end : marks[index] - 1));
  // What follows a list may be a paragraph, in which all marks count.
  return node.type === 'list' ? parts.flatMap((part) => cutAtColons(part, place)) : parts;
}

/** Whether a mark stands further out than the text of a list's items, which it therefore ends. */
function isOutside(list: List, mark: number, { source }: Place): boolean {
  const first = list.children[0]?.children[0]?.position?.start.column ?? 1;
  return columnsOfIndent(lineAt(source.text, mark)) < first - 1;
}

/** `!!! warning`, `=== "Linux"`: what is indented below belongs to it. Markdown took it for code, or for a line of the same paragraph. So does what stands in a block of MyST called `{warning}`. */
function indentedContainers(children: readonly RootContent[], place: Place): RootContent[] {
  const result: RootContent[] = [];
  const nodes = [...children];
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
    const data = tab === undefined ? { admonition: (kind ?? '').toLowerCase() } : { tab };
    const next = nodes[index + 1];
    const below = next?.type === 'code' && isIndented(next, place) ? next : undefined;
    const blocks = blocksRightBelow(node, marks[0].length, below, place);
    if (blocks !== null) {
      const last = blocks.inside.at(-1) ?? node;
      result.push(quote([...titleInMark(node, marks[0], title ?? ''), ...blocks.inside], node, last, data));
      nodes.splice(index + 1, blocks.takesNext ? 1 : 0, ...blocks.after);
      continue;
    }
    const inside = below === undefined ? [] : reread(below, place);
    if (inside.length > 0) index += 1;
    const words = withoutStart(node, marks[0], title ?? '');
    result.push(quote([...(words === null ? [] : [words]), ...inside], node, inside.at(-1) ?? node, data));
  }
  return result;
}

function titleOf({ meta, position }: Code): readonly Paragraph[] {
  return meta ? [{ type: 'paragraph', children: [{ type: 'text', value: meta }], ...(position === undefined ? {} : { position }) }] : [];
}

/** The title in the first line of a container, as a paragraph of its own. */
function titleInMark({ position }: Paragraph, mark: string, title: string): readonly Paragraph[] {
  const line = { type: 'paragraph' as const, children: [], ...(position === undefined ? {} : { position: { start: position.start, end: movedBy(position.start, mark.trimEnd().length) } }) };
  const words = withoutStart(line, mark, title);
  return words === null ? [] : [words];
}

interface BlocksBelow {
  readonly inside: readonly RootContent[];
  /** What stood in the same paragraph, and is not indented. */
  readonly after: readonly RootContent[];
  readonly takesNext: boolean;
}

/** A container whose blocks begin right below its mark, without a blank line: Markdown took them for lines of the mark's paragraph. `null` where that paragraph is one of words. */
function blocksRightBelow(node: Paragraph, markLength: number, below: Code | undefined, place: Place): BlocksBelow | null {
  const { text } = place.source;
  const start = (node.position?.start.offset ?? 0) + place.base + markLength;
  const end = (node.position?.end.offset ?? 0) + place.base;
  if (start >= end) return null;
  const lines = text.slice(lineStart(text, start), end).split('\n');
  const indent = (node.position?.start.column ?? 1) - 1 + INDENT;
  const stop = lines.findIndex((line) => columnsOfIndent(line) < indent);
  if (stop === 0) return null;
  const takesNext = stop < 0 && below !== undefined;
  const own = takesNext ? text.slice(lineStart(text, start), (below.position?.end.offset ?? 0) + place.base).split('\n') : lines.slice(0, stop < 0 ? undefined : stop);
  const inside = rereadLines(own.map((line) => withoutIndent(line, indent)), start, place);
  if (stop < 0 && inside.every((block) => block.type === 'paragraph' && !INDENTED.test(textAt(block, place)))) return null;
  return { inside, after: stop < 0 ? [] : rereadParts(lines.slice(stop), start + lengthOf(own), indent - INDENT, place), takesNext };
}

/** What follows a container without a blank line: words, and further containers, each read by itself. */
function rereadParts(lines: readonly string[], start: number, indent: number, place: Place): readonly RootContent[] {
  const plain = lines.map((line) => withoutIndent(line, indent));
  const begins = plain.flatMap((line, index) => (index === 0 || INDENTED.test(line) ? [index] : []));
  return begins.flatMap((begin, part) => rereadLines(plain.slice(begin, begins[part + 1]), start + lengthOf(lines.slice(0, begin)), place));
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** Marks that stand as text of their own around what belongs to them: `<TabItem>`, `{% tab %}`, `:::note`. */
function foldMarks(nodes: readonly RootContent[], place: Place): RootContent[] {
  const result: RootContent[] = [];
  let open: { readonly first: RootContent; readonly data: NonNullable<Blockquote['data']>; readonly children: RootContent[] } | null = null;
  const close = (last: RootContent): void => {
    if (open?.data.admonition === 'code-group') result.push(...open.children.map(tabOfGroup));
    // What only holds tabs is none itself.
    else if (open !== null && !(open.data.admonition === 'tab-set' && open.children.length === 0)) result.push(quote(open.children, open.first, last, open.data));
    open = null;
  };
  const isTab = (): boolean => open?.data.tab !== undefined;
  let beginsSet = false;
  const tabOf = (label: string): NonNullable<Blockquote['data']> => {
    const data = { tab: label, ...(beginsSet ? { beginsSet } : {}) };
    beginsSet = false;
    return data;
  };
  const add = (node: RootContent): void => void (open === null ? result : open.children).push(node);
  for (const node of nodes) {
    if (node.type === 'heading' && (node.depth < 3 || !isTab())) close(result.at(-1) ?? node);
    const text = node.type === 'paragraph' || node.type === 'html' ? textAt(node, place) : '';
    const colons = node.type === 'paragraph' ? COLONS.exec(text) : null;
    const tabs: readonly TabMark[] = text === '' ? [] : tabMarks(text);
    if (colons !== null && node.type === 'paragraph') {
      close(node);
      const { kind = '', title = '' } = colons.groups ?? {};
      const isTabItem = kind === 'tab-item';
      if (kind === 'tab-set') beginsSet = true;
      const words = withoutStart(node, colons[0], isTabItem ? '' : title);
      open = { first: node, data: isTabItem ? tabOf(title.trim()) : { admonition: kind.toLowerCase() }, children: words === null ? [] : [words] };
      if (COLONS_END.test(text)) close(node);
    } else if (COLONS_END.test(text)) {
      if (text.trim().replace(/^:+$/, '') !== '') add(node);
      close(node);
    } else if (tabs.length > 0) {
      const hasWords = tabs.some(({ kind }) => kind === 'words');
      for (const mark of tabs) {
        if (mark.kind === 'open') {
          close(node);
          open = { first: node, data: tabOf(mark.label), children: [] };
        } else if (mark.kind === 'close' || mark.kind === 'set') {
          close(node);
          if (mark.kind === 'set') beginsSet = true;
        } else if (mark.kind === 'words' && hasWords) add(node);
      }
    } else add(node);
  }
  const last = nodes.at(-1);
  if (last !== undefined) close(last);
  return result;
}

/** A block of VitePress that is one of a group: its label stands in brackets behind the language. */
function tabOfGroup(node: RootContent, index: number): RootContent {
  const label = node.type === 'code' ? /\[(?<label>[^\]]+)\]/.exec(node.meta ?? '')?.groups?.['label'] : undefined;
  return label === undefined ? node : quote([node], node, node, { tab: label, ...(index === 0 ? { beginsSet: true } : {}) });
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
