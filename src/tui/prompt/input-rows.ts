import { graphemes } from '../../model/index.ts';
import type { Row, Segment } from '../document/rows.ts';
import { segment } from '../document/rows.ts';
import { foldCode } from '../document/wrap.ts';
import { sign } from '../glyphs.ts';
import type { TextField } from '../state/text-field.ts';
import type { Theme } from '../theme.ts';

/** How an input is drawn. */
export interface InputLook {
  readonly theme: Pick<Theme, 'unicode'>;
  /** The cursor stands in it. */
  readonly active: boolean;
  readonly secret: boolean;
}

/** A text under the operator's hands, folded to the width, the cursor in reverse: whole characters as a reader sees them. */
export function inputRows({ value, cursor }: TextField, width: number, { theme, active, secret }: InputLook): readonly Row[] {
  const mark = `${sign(theme, 'input')} `;
  let start = 0;
  return value.split('\n').flatMap((line, i) => {
    const at = cursor - start;
    start += line.length + 1;
    const here = active && at >= 0 && at <= line.length;
    const lines = foldCode(here ? withCursor(line, at, secret) : [segment(hidden(line, secret))], Math.max(4, width - 2));
    return lines.map((segments, row): Row => ({ segments: [segment(i === 0 && row === 0 ? mark : '  ', 'accent'), ...segments] }));
  });
}

function withCursor(line: string, at: number, secret: boolean): readonly Segment[] {
  const [under = ''] = graphemes(line.slice(at));
  return [segment(hidden(line.slice(0, at), secret)), segment(under === '' ? ' ' : hidden(under, secret), 'selected'), segment(hidden(line.slice(at + under.length), secret))].filter(({ text }) => text !== '');
}

/** A secret is as many dots as it has characters. */
function hidden(text: string, secret: boolean): string {
  return secret ? '*'.repeat(graphemes(text).length) : text;
}
