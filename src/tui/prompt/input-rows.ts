import { graphemes } from '../../model/index.ts';
import { firstInView } from '../rows/first-in-view.ts';
import { type Row, type Segment, segment } from '../rows/rows.ts';
import { foldCode } from '../rows/wrap.ts';
import { sign } from '../glyphs.ts';
import type { TextField } from '../state/text-field.ts';
import type { Theme } from '../theme.ts';

const LEAST_ROWS = 2;

/** The rows for an input below what stands above it; of a refusal the rest has its rows. */
export function inputRoom(above: readonly { readonly rows: readonly Row[] }[], most: number): number {
  return Math.max(LEAST_ROWS, most - above.reduce((sum, { rows }) => sum + rows.length, 0) - 1);
}

/** How an input is drawn. */
interface InputLook {
  readonly theme: Pick<Theme, 'unicode'>;
  /** The cursor stands in it. */
  readonly active: boolean;
  readonly secret: boolean;
  /** The most rows that it may take. */
  readonly most: number;
}

/** A text under the operator's hands, folded to the width, the cursor in reverse: whole characters as a reader sees them. Of a long one the rows around the cursor are shown. */
export function inputRows({ value, cursor }: TextField, width: number, { theme, active, secret, most }: InputLook): readonly Row[] {
  const mark = `${sign(theme, 'input')} `;
  let start = 0;
  const rows = value.split('\n').flatMap((line, i) => {
    const at = cursor - start;
    start += line.length + 1;
    const here = active && at >= 0 && at <= line.length;
    const lines = foldCode(here ? withCursor(line, at, secret) : [segment(hidden(line, secret))], Math.max(4, width - 2));
    return lines.map((segments, row): Row => ({ segments: [segment(i === 0 && row === 0 ? mark : '  ', 'accent'), ...segments] }));
  });
  const at = Math.max(0, rows.findIndex(({ segments }) => segments.some(({ roles }) => roles.includes('selected'))));
  const first = firstInView(at, most, rows.length);
  return rows.slice(first, first + most).map((row, i, shown) => marked(row, (i === 0 && first > 0) || (i === shown.length - 1 && first + most < rows.length), theme));
}

/** Says in a row's margin that the text goes on beyond it. */
function marked(row: Row, goesOn: boolean, theme: InputLook['theme']): Row {
  return goesOn ? { segments: [segment(`${sign(theme, 'more')} `, 'muted'), ...row.segments.slice(1)] } : row;
}

function withCursor(line: string, at: number, secret: boolean): readonly Segment[] {
  const [under = ''] = graphemes(line.slice(at));
  return [segment(hidden(line.slice(0, at), secret)), segment(under === '' ? ' ' : hidden(under, secret), 'selected'), segment(hidden(line.slice(at + under.length), secret))].filter(({ text }) => text !== '');
}

/** A secret is as many dots as it has characters. */
function hidden(text: string, secret: boolean): string {
  return secret ? '*'.repeat(graphemes(text).length) : text;
}
