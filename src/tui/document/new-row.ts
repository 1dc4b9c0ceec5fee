import { rowText } from '../rows/rows.ts';
import type { Line } from './lines.ts';

/** The first row that is not among those that were there before, in their order: nobody has to read the rest again. The number of rows where nothing is new. */
export function firstNewRow(was: readonly Line[], now: readonly Line[]): number {
  const known = was.map(textOf);
  let next = 0;
  const first = now.findIndex((line) => {
    const at = known.indexOf(textOf(line), next);
    if (at >= 0) next = at + 1;
    return at < 0;
  });
  return first < 0 ? now.length : first;
}

function textOf(line: Line): string {
  return 'row' in line ? rowText(line.row) : line.kind;
}
