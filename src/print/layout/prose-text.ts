import { stripVTControlCharacters } from 'node:util';
import type { Block, Inline, ListItem } from '../../model/index.ts';
import { columnLines } from './columns.ts';
import { wrapText } from './wrap.ts';

/** The marks that prose can have. */
type ProseMark = 'strong' | 'emphasis' | 'strike' | 'code' | 'link';

/** Draws one word of marked prose, which never contains blanks. */
type DrawMark = (mark: ProseMark, word: string) => string;

const plain: DrawMark = (_, word) => word;

/** Prose as lines for a terminal: paragraphs wrapped, list items on lines of their own, tables in columns, code unchanged, web addresses in full. */
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
      return [...quoteLabel(block, draw), ...proseLines(block.children, width - 2, draw)].map((line) => `| ${line}`);
    case 'table':
      return tableLines([block.header, ...block.rows].map((row) => row.map((cell) => inline(cell, draw))), width);
    case 'rule':
      return [];
  }
}

function quoteLabel({ tab, admonition }: Extract<Block, { type: 'quote' }>, draw: DrawMark): readonly string[] {
  const label = tab ?? admonition?.toUpperCase() ?? '';
  return label === '' ? [] : [draw('strong', label)];
}

/** Draws each word separately, so that a line can be broken between any two. */
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

/** A terminal's text cannot be clicked, so an address that the text does not contain is added after it. */
function address({ href, children }: Extract<Inline, { type: 'link' }>): string {
  const said = inline(children, plain);
  return !/^https?:/.test(href) || href.replace(/\/$/, '').endsWith(said.replace(/\/$/, '')) ? '' : ` (${href})`;
}

function itemLines({ number, checked, children }: ListItem, width: number, draw: DrawMark): string[] {
  const box = checked === true ? '[x] ' : '[ ] ';
  const mark = `${number === null ? '-' : `${number}.`} ${checked === null ? '' : box}`;
  return proseLines(children, width - mark.length, draw).map((line, i) => `${i === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd());
}

/** In columns if they fit, else with a line for each cell. */
function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const lines = columnLines(rows);
  if (lines.every((line) => stripVTControlCharacters(line).length <= width)) return lines;
  const [header = [], ...body] = rows;
  return body.flatMap((row) => [...row.flatMap((cell, i) => (cell === '' ? [] : wrapText(`${header[i] ?? ''}: ${cell}`, width))), '']).slice(0, -1);
}
