import { displayWidth, graphemes } from '../model/index.ts';

/** Text in columns, two blanks apart. With a width, the widest columns are cut, with an ellipsis, until the lines fit. */
export function columnLines(rows: readonly (readonly string[])[], width?: number): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) => Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? ''))));
  if (width !== undefined) shrink(widths, width - 2 * (count - 1));
  return rows.map((row) => row.map((cell, index) => fit(cell, widths[index] ?? 0)).join('  ').trimEnd());
}

/** No column below ten cells, unless it is narrow already. */
function shrink(widths: number[], room: number): void {
  for (let spare = widths.reduce((sum, width) => sum + width, 0) - room; spare > 0; spare--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 10) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
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
