import { type Row, row } from '../rows/rows.ts';

/** A line of a block, one screen row high. */
export type Line =
  | { readonly kind: 'gap' }
  /** `after`: below the command, what came of it. */
  | { readonly kind: 'row'; readonly row: Row; readonly after?: true }
  /** Of the frame around what is next. */
  | { readonly kind: 'top' | 'bottom' }
  | { readonly kind: 'framed'; readonly row: Row };

/** Rows without a frame. */
export function plainLines(rows: readonly Row[]): readonly Line[] {
  return rows.map((row) => ({ kind: 'row', row }));
}

/** Rows below a command: what came of it. */
export function afterLines(rows: readonly Row[]): readonly Line[] {
  return rows.map((row) => ({ kind: 'row', row, after: true }));
}

/** The index of the first line of a command's results in a block; its end if there are none. */
export function afterRow(lines: readonly Line[]): number {
  const index = lines.findIndex((line) => line.kind === 'row' && line.after === true);
  return index === -1 ? lines.length : index;
}

/** The row below what came of a command: what the file shows for it stands further down. The end of the block where nothing came. */
export function resultEnd(lines: readonly Line[]): number {
  const last = lines.findLastIndex((line) => line.kind === 'row' && line.after === true);
  return last === -1 ? lines.length : last + 1;
}

/** Rows in a frame. */
export function framedLines(rows: readonly Row[]): readonly Line[] {
  return [{ kind: 'top' }, ...rows.map((row): Line => ({ kind: 'framed', row })), { kind: 'bottom' }];
}

/** Lines drawn together, in one frame or without a frame. */
export interface LineGroup {
  readonly framed: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
  readonly rows: readonly Row[];
}

/** Neighbouring lines of one kind, for drawing. */
export function groupLines(lines: readonly Line[]): readonly LineGroup[] {
  const groups: { framed: boolean; top: boolean; bottom: boolean; rows: Row[] }[] = [];
  for (const line of lines) {
    const framed = line.kind === 'top' || line.kind === 'bottom' || line.kind === 'framed';
    let last = groups.at(-1);
    if (last === undefined || last.framed !== framed || last.bottom) groups.push((last = { framed, top: false, bottom: false, rows: [] }));
    if ('row' in line) last.rows.push(line.row);
    else if (line.kind === 'gap') last.rows.push(row());
    else last[line.kind] = true;
  }
  return groups;
}
