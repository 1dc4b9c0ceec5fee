import { stripVTControlCharacters } from 'node:util';
import type { Block, Inline, ListItem } from '../model/index.ts';
import { columnLines } from './columns.ts';
import { wrapText } from './wrap.ts';

/** What a mark in prose means for the one who draws it. */
export type ProseMark = 'strong' | 'emphasis' | 'strike' | 'code' | 'link';

/** Draws one word of marked prose; blanks are never inside. */
export type DrawMark = (mark: ProseMark, word: string) => string;

const plain: DrawMark = (_, word) => word;

/** Prose as lines for a terminal: paragraphs wrapped, list items apart, tables in columns, code as it stands, addresses of the web in full. */
export function proseLines(blocks: readonly Block[], width: number, draw: DrawMark = plain): string[] {
  return blocks.flatMap((block, i) => {
    const lines = blockLines(block, width, draw);
    return i === 0 || lines.length === 0 ? lines : ['', ...lines];
  });
}

function blockLines(block: Block, width: number, draw: DrawMark): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return wrapText(inline(block.children, draw), width);
    case 'heading':
      return wrapText(inline([{ type: 'strong', children: block.children }], draw), width);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, width, draw));
    case 'code':
      return block.text.split('\n').map((line) => `    ${draw('code', line)}`);
    case 'quote':
      return proseLines(block.children, width - 2, draw).map((line) => `| ${line}`);
    case 'table':
      return tableLines([block.header, ...block.rows].map((row) => row.map((cell) => inline(cell, draw))), width);
    case 'rule':
      return [];
  }
}

/** Each word is drawn by itself, so that a line may end anywhere between two. */
function inline(nodes: readonly Inline[], draw: DrawMark, marks: readonly ProseMark[] = []): string {
  const words = (text: string, within: readonly ProseMark[]): string => text.replace(/\S+/g, (word) => within.reduce((drawn, mark) => draw(mark, drawn), word));
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return words(node.text, marks);
        case 'code':
          return words(node.text, ['code', ...marks]);
        case 'break':
          return ' ';
        case 'link':
          return `${inline(node.children, draw, ['link', ...marks])}${address(node)}`;
        default:
          return inline(node.children, draw, [node.type, ...marks]);
      }
    })
    .join('');
}

/** Nobody can click on a terminal's line: an address that the text does not say is said behind it. */
function address({ href, children }: Extract<Inline, { type: 'link' }>): string {
  const said = inline(children, plain);
  return !/^https?:/.test(href) || href.replace(/\/$/, '').endsWith(said.replace(/\/$/, '')) ? '' : ` (${href})`;
}

function itemLines({ number, checked, children }: ListItem, width: number, draw: DrawMark): string[] {
  const mark = `${number === null ? '-' : `${number}.`} ${checked === null ? '' : checked ? '[x] ' : '[ ] '}`;
  return proseLines(children, width - mark.length, draw).map((line, i) => `${i === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd());
}

/** Columns where they fit, else a line a cell. */
function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const lines = columnLines(rows);
  if (lines.every((line) => stripVTControlCharacters(line).length <= width)) return lines;
  const [header = [], ...body] = rows;
  return body.flatMap((row) => [...row.flatMap((cell, i) => (cell === '' ? [] : wrapText(`${header[i] ?? ''}: ${cell}`, width))), '']).slice(0, -1);
}
