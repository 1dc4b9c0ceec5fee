import { inlineText } from '../model/index.ts';
import type { Block, ListItem } from '../model/index.ts';
import { wrapText } from './wrap.ts';

/** Prose as lines for a terminal: paragraphs wrapped, list items apart, tables in columns, code as it stands. */
export function proseLines(blocks: readonly Block[], width: number): string[] {
  return blocks.flatMap((block, i) => {
    const lines = blockLines(block, width);
    return i === 0 || lines.length === 0 ? lines : ['', ...lines];
  });
}

function blockLines(block: Block, width: number): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wrapText(inlineText(block.children), width);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, width));
    case 'code':
      return block.text.split('\n').map((line) => `    ${line}`);
    case 'quote':
      return proseLines(block.children, width - 2).map((line) => `| ${line}`);
    case 'table':
      return tableLines([block.header, ...block.rows].map((row) => row.map(inlineText)), width);
    case 'rule':
      return [];
  }
}

function itemLines({ number, checked, children }: ListItem, width: number): string[] {
  const mark = `${number === null ? '-' : `${number}.`} ${checked === null ? '' : checked ? '[x] ' : '[ ] '}`;
  return proseLines(children, width - mark.length).map((line, i) => `${i === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd());
}

/** Columns where they fit, else a line a cell. */
function tableLines(rows: readonly (readonly string[])[], width: number): string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const total = widths.reduce((sum, each) => sum + each + 2, 0);
  if (total - 2 <= width) return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd());
  const [header = [], ...body] = rows;
  return body.flatMap((row) => [...row.flatMap((cell, i) => (cell === '' ? [] : wrapText(`${header[i] ?? ''}: ${cell}`, width))), '']).slice(0, -1);
}
