import { displayWidth } from '../../model/index.ts';
import { firstInView } from '../rows/first-in-view.ts';
import { type Row, type Segment, segment } from '../rows/rows.ts';
import { wrapWords } from '../rows/wrap.ts';
import { sign } from '../glyphs.ts';
import type { Theme } from '../theme.ts';

/** Something to choose, with what is to be known of it. */
export interface Choice {
  readonly text: string;
  readonly note?: string;
}

/** From so many rows on a list keeps them free that its longest choice takes when it is marked, so that nothing above it moves; where rows are few the document has them. */
const ROOMY = 9;

/** A list with the marked choice always in view: as many as there is room for, and how many more there are. */
export function choiceRows(choices: readonly Choice[], at: number, width: number, most: number, theme: Pick<Theme, 'unicode'>): readonly Row[] {
  const room = Math.max(1, most);
  const list: List = { column: noteColumn(choices, width, theme), width, theme };
  // What is marked is read whole before it is taken: it gets its rows first, the others share what is left.
  const marked = Math.min(choices[at] === undefined ? 1 : rowCount(choices[at], list), Math.max(1, room - 1));
  const others = room - marked;
  const windowed = choices.length - 1 > others;
  const more = (count: number, words: string): Row => ({ segments: [segment(`  ${sign(theme, 'more')} ${count} ${words}: arrows move`, 'muted')] });
  if (windowed && room === 1 && choices[at] === undefined) return [more(choices.length, 'to mark')];
  const count = windowed ? Math.max(1, others) : choices.length;
  const first = firstInView(at, count, choices.length);
  const rows = choices.slice(first, first + count).flatMap((choice, i) => choiceRow(choice, first + i === at ? marked : 0, list));
  const shown = !windowed || others < 1 ? rows : [...rows, more(choices.length - count, 'more')];
  const height = room < ROOMY ? 0 : Math.min(room, choices.length - 1 + Math.max(...choices.map((choice) => rowCount(choice, list))));
  return [...shown, ...Array.from({ length: Math.max(0, height - shown.length) }, (): Row => ({ segments: [] }))];
}

/** The rows of a choice that is marked. */
function rowCount(choice: Choice, list: List): number {
  const { text, note = '' } = choice;
  return displayWidth(text) + 2 + displayWidth(note) <= roomOf(list.width, list.theme) ? 1 : choiceLines(choice, true, list).length;
}

/** How the choices of a list are drawn. */
interface List {
  /** Cells from a choice's beginning to its note; 0 where the note follows the text. */
  readonly column: number;
  readonly width: number;
  readonly theme: Pick<Theme, 'unicode'>;
}

/** Notes stand below each other where each of them then has its row. */
function noteColumn(choices: readonly Choice[], width: number, theme: Pick<Theme, 'unicode'>): number {
  const noted = choices.filter(({ note }) => note !== undefined && note !== '');
  const column = Math.max(0, ...noted.map(({ text }) => displayWidth(text))) + 2;
  return noted.every(({ note }) => column + displayWidth(note ?? '') <= roomOf(width, theme)) ? column : 0;
}

/** Before a choice stands the cursor, and behind it the mark of what did not fit. */
function roomOf(width: number, theme: Pick<Theme, 'unicode'>): number {
  return Math.max(4, width - 2 - displayWidth(sign(theme, 'more')));
}

/** One row a choice, the marked one as many as it was given; what does not fit ends in a mark. */
function choiceRow(choice: Choice, marked: number, list: List): readonly Row[] {
  const { theme } = list;
  const lines = choiceLines(choice, marked > 0, list);
  const shown = lines.slice(0, Math.max(1, marked));
  const more = lines.length > shown.length ? [segment(sign(theme, 'more'), 'muted')] : [];
  return shown.map((line, i): Row => ({ segments: [segment(i === 0 && marked > 0 ? `${sign(theme, 'cursor')} ` : '  ', 'accent'), ...line, ...(i === shown.length - 1 ? more : [])] }));
}

function choiceLines({ text, note }: Choice, marked: boolean, { column, width, theme }: List): readonly (readonly Segment[])[] {
  const gap = ' '.repeat(Math.max(2, column - displayWidth(text)));
  return wrapWords([segment(text, ...(marked ? (['selected'] as const) : [])), ...(note === undefined || note === '' ? [] : [segment(`${gap}${note}`, 'muted')])], roomOf(width, theme));
}

/** The choices side by side in one row, as many as fit with the marked one among them; `null` where one is too long for that. */
export function choiceRowAcross(choices: readonly Choice[], at: number, width: number, theme: Pick<Theme, 'unicode'>): Row | null {
  const mark = (isMarked: boolean): string => (isMarked ? `${sign(theme, 'cursor')} ` : '  ');
  const more = ` ${sign(theme, 'more')}`;
  const room = width - 2 * displayWidth(more);
  const widths = choices.map(({ text, note }) => (note === undefined ? displayWidth(`${mark(true)}${text} `) : Infinity));
  if (widths.some((cells) => cells > room)) return null;
  let first = 0;
  while (at >= endOf(widths, first, room)) first++;
  const end = endOf(widths, first, room);
  const shown = choices.slice(first, end).flatMap(({ text }, i): readonly Segment[] => [segment(mark(first + i === at), 'accent'), segment(text, ...(first + i === at ? (['selected'] as const) : [])), segment(' ')]);
  return { segments: [...(first > 0 ? [segment(more, 'muted')] : []), ...shown, ...(end < choices.length ? [segment(more, 'muted')] : [])] };
}

/** The first of the widths, from one on, that has no room any more. */
function endOf(widths: readonly number[], from: number, room: number): number {
  let left = room;
  const end = widths.findIndex((cells, i) => i >= from && (left -= cells) < 0);
  return end === -1 ? widths.length : end;
}
