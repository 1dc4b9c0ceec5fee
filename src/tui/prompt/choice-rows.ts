import type { Row, Segment } from '../document/rows.ts';
import { segment } from '../document/rows.ts';
import { wrapWords } from '../document/wrap.ts';
import { sign } from '../glyphs.ts';
import type { Theme } from '../theme.ts';

/** Something to choose, with what is to be known of it. */
export interface Choice {
  readonly text: string;
  readonly note?: string;
}

/** A list with the marked choice always in view: as many as there is room for, and how many more there are. */
export function choiceRows(choices: readonly Choice[], at: number, width: number, most: number, theme: Pick<Theme, 'unicode'>): readonly Row[] {
  const room = Math.max(1, most);
  const windowed = choices.length > room;
  const count = windowed ? Math.max(1, room - 1) : choices.length;
  const first = Math.max(0, Math.min(at - Math.floor(count / 2), choices.length - count));
  const rows = choices.slice(first, first + count).map((choice, i) => choiceRow(choice, first + i === at, width, theme));
  if (!windowed || room < 2) return rows;
  return [...rows, { segments: [segment(`  ${sign(theme, 'more')} ${choices.length - count} more: arrows move`, 'muted')] }];
}

/** One row a choice; what does not fit ends in a mark, and is whole where it is chosen. */
function choiceRow({ text, note }: Choice, marked: boolean, width: number, theme: Pick<Theme, 'unicode'>): Row {
  const words: readonly Segment[] = [segment(text, ...(marked ? (['selected'] as const) : [])), ...(note === undefined || note === '' ? [] : [segment(`  ${note}`, 'muted')])];
  const [line, ...rest] = wrapWords(words, Math.max(4, width - 3));
  return { segments: [segment(marked ? `${sign(theme, 'cursor')} ` : '  ', 'accent'), ...(line ?? []), ...(rest.length === 0 ? [] : [segment(sign(theme, 'more'), 'muted')])] };
}
