import { displayWidth, graphemes } from '../../model/index.ts';

/** The fewest cells that a column is cut to. */
const LEAST = 10;

/** Text in columns, two blanks apart. With a width, the widest columns are cut with an ellipsis until the lines fit. */
export function columnLines(rows: readonly (readonly string[])[], width?: number): readonly string[] {
  const widths = widthsOf(rows, Math.max(0, ...rows.map((row) => row.length)));
  if (width !== undefined) shrink(widths, width - 2 * (widths.length - 1));
  return linesOf(rows, widths);
}

/** Text in columns of which only some may be cut (a name cut short can be taken for another), or `null` if they do not fit. */
export function columnLinesThatFit(rows: readonly (readonly string[])[], width: number, cuttable: readonly number[]): readonly string[] | null {
  const widths = widthsOf(rows, rows[0]?.length ?? 0);
  const least = widths.map((each, index) => (cuttable.includes(index) ? Math.min(each, LEAST) : each));
  if (sum(least) + 2 * (widths.length - 1) > width) return null;
  const room = width - 2 * (widths.length - 1) - sum(widths.filter((_, index) => !cuttable.includes(index)));
  const cut = cuttable.map((index) => widths[index] ?? 0);
  shrink(cut, room);
  for (const [place, index] of cuttable.entries()) widths[index] = cut[place] ?? 0;
  return linesOf(rows, widths);
}

function widthsOf(rows: readonly (readonly string[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, index) => Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? ''))));
}

function linesOf(rows: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  return rows.map((row) => row.map((cell, index) => fit(cell, widths[index] ?? 0)).join('  ').trimEnd());
}

/** No column is cut below ten cells. */
function shrink(widths: number[], room: number): void {
  for (let spare = sum(widths) - room; spare > 0; spare--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= LEAST) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

function fit(text: string, width: number): string {
  if (displayWidth(text) <= width) return text + ' '.repeat(width - displayWidth(text));
  let cut = '';
  for (const segment of graphemes(text)) {
    if (displayWidth(cut + segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…${' '.repeat(width - 1 - displayWidth(cut))}`;
}
