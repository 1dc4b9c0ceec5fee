import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, type RecordRequest } from '../../../src/history/index.ts';
import { findTable } from '../../../src/history/table/index.ts';
import { elideRows } from '../../../src/history/table/elide.ts';
import { placeRow } from '../../../src/history/row/place-row.ts';
import { rowCells } from '../../../src/history/cells/index.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

const columns = ['Date', 'App', 'Outcome'];
const eol = fc.constantFrom('\n', '\r\n');
const cell = fc.oneof(fc.constantFrom('2026-10-01', 'api', 'Success — ok', '`a \\| b`', '決済 ✅', 'x\\', '<1', '[a](b)'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => cellText(text)));
const given = fc.oneof(cell, fc.string({ maxLength: 300 }), fc.string({ unit: fc.constantFrom('|', '\\', '`', 'a', ' ', '\n', '*', '<', '#', '-', '1.', '>'), maxLength: 20 }));
const above = fc.array(fc.constantFrom('Words.', '', '```sh\nls | wc\n| Date | Outcome |\n|---|---|\n```', '- item\n\n  more', '> quoted | text', '| a | b |\n|---|---|\n| 1 | 2 |', '<!--\n| Date | Outcome |\n|---|---|\n-->', '***', '## Steps', '1. one\n2. two'), { maxLength: 6 });
const below = fc.constantFrom('', '\n', '\n\nThe end.\n', '\n## More\n', '\nAdd a row each time.\n', '\n\n```\n| x |\n```\n', '\n\n## More\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', '\n\n- a | b\n');
const style = fc.record({
  prefix: fc.constantFrom(['', ''], ['> ', '> '], ['- ', '  '], ['1. ', '   '], ['> - ', '>   '], ['  ', '  ']),
  leading: fc.boolean(),
  trailing: fc.boolean(),
  space: fc.constantFrom('', ' '),
  aligned: fc.boolean(),
});

const document = fc.tuple(above, style, fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }), below, eol).map(([before, manner, rows, after, ending]) => {
  const width = (index: number): number => (manner.aligned ? Math.max(...[columns, ...rows].map((row) => (row[index] ?? '').length)) : 0);
  const line = (cells: readonly string[], prefix: string): string => {
    const body = cells.map((text, index) => `${manner.space}${text.padEnd(width(index))}${manner.space || (text.endsWith('\\') ? ' ' : '')}`).join('|').trim();
    const safe = manner.leading || !/^[\p{L}\p{N}]/u.test(cells[0] ?? '');
    return `${prefix}${safe ? `|${manner.space}` : ''}${body}${manner.trailing || !safe ? `${manner.space || ' '}|` : ''}`;
  };
  const [first = '', rest = ''] = manner.prefix;
  const table = [line(columns, first), line(['---', ':--', '---'], rest), ...rows.map((cells) => line(cells, rest))].join('\n');
  return { text: `# Restart\n\n${before.join('\n\n')}\n\n## Execution history\n\n${table}${after}`.replaceAll('\n', ending), rows };
});

function request(cells: readonly string[]): RecordRequest {
  return { path: 'a.md', columns, cells, target: null, operator: 'dana', runId: '1', outcome: 'Success' };
}

test('for any document and row, the diff is one added line, and reading it back gives the cells', async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.tuple(given, given, given), async ({ text, rows }, cells) => {
      const before = await findTable(text, { path: 'a.md', target: null });
      expect(before?.sample.rows.length).toBe(rows.length);
      const safe = cells.map((value) => cellText(value));
      const placed = await placeRow(text, request(safe), false);
      if (!placed.ok) throw new Error(placed.reason);
      const [old, now] = [text.split(/\r?\n/), placed.text.split(/\r?\n/)];
      expect(now[placed.line - 1]).toBe(placed.row);
      expect(now.toSpliced(placed.line - 1, 1)).toEqual(old);
      expect(placed.text.length - text.length).toBeLessThanOrEqual(placed.row.length + 2);
      const after = await findTable(placed.text, { path: 'a.md', target: null });
      expect(after?.sample.rows).toEqual([...(before?.sample.rows ?? []), safe]);
      expect(rowCells(placed.row).cells).toEqual(safe);
      expect(parseRunbook(placed.text, 'a.md').histories.at(-1)?.rows.length).toBe((parseRunbook(text, 'a.md').histories.at(-1)?.rows.length ?? 0) + 1);
    }),
    { numRuns: 100 },
  );
});

test('any text made a cell is one line, whole in the table, and stays as it is when made one again', () => {
  fc.assert(
    fc.property(given, (text) => {
      const made = cellText(text);
      expect(made.length).toBeLessThanOrEqual(200);
      expect(made).not.toMatch(/[\r\n]/);
      expect(rowCells(`| ${made} |`).cells).toEqual([made]);
      expect(cellText(made)).toBe(made);
    }),
    { numRuns: 100 },
  );
});

test('a text without the middle of its tables has the same tables at the same places', () => {
  const line = fc.constantFrom('| a | b |', 'a | b', '> | a | b |', '|---|---|', '', 'words', '```', '  | a | b |', '## History', '1. a | b', '- | a | b |', '| Date | Outcome |');
  const repeated = fc.tuple(line, fc.constantFrom(1, 1, 1, 2, 150, 300)).map(([text, times]) => Array.from({ length: times }, () => text).join('\n'));
  fc.assert(
    fc.property(fc.array(repeated, { maxLength: 12 }), (parts) => {
      const text = `# R\n\n## History\n\n${parts.join('\n')}\n`;
      const elided = elideRows(text);
      const whole = parseRunbook(text, 'a.md').histories;
      const short = parseRunbook(elided.text, 'a.md').histories;
      const ends = (table: (typeof whole)[number] | undefined): (number | undefined)[] => [table?.columns[0]?.span.start.offset, table?.rows.at(-1)?.span.start.offset];
      expect(short.map((table) => ends(table).map((offset) => (offset === undefined ? undefined : elided.original(offset))))).toEqual(whole.map(ends));
    }),
    { numRuns: 25 },
  );
});
