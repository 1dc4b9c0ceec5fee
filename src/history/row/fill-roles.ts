import { ENVIRONMENT_WORDS, environmentWordsOf } from '../../model/index.ts';
import { BLANK_CELL, columnMeaning, type ColumnMeaning, durationLike, nameKey, readDuration } from '../columns/index.ts';
import { inMarksOf, likeAbove, outcomeDetail, outcomeHead, outcomeSeparator, outcomeText, plainCell } from '../cells/index.ts';
import { clockLike, dateLike, dayOrder, findClock, findDate, plainClock, plainDate, plainDay } from '../dates/index.ts';
import { cellsAbove } from '../table/index.ts';
import type { CellSource, OutcomeFacts, RowInput } from '../types.ts';

/** A value for a cell, before escaping. */
export interface Fill {
  readonly value: string;
  readonly source: CellSource;
  /** From a program or from us, so its `<` is not meant as Markdown. */
  readonly derived: boolean;
  readonly parameter?: string;
}

/** A column of the table, with everything its cell is made from. */
export interface Column {
  readonly name: string;
  readonly meaning: ColumnMeaning;
  /** The filled cells above, nearest first. */
  readonly above: readonly string[];
}

/** The columns with the meaning of their names. A `Time` column whose cells hold durations counts as a duration column. */
export function readColumns(input: RowInput): readonly Column[] {
  return input.table.columns.map((name, index) => {
    const above = cellsAbove(input.table, index, BLANK_CELL);
    const meaning = columnMeaning(name);
    const nearest = above[0] ?? '';
    const takes = meaning.role === 'time' && nearest !== '' && findClock(nearest) === null && findDate(nearest) === null && readDuration(nearest, meaning.unit) !== null;
    return { name, meaning: takes ? { ...meaning, role: 'duration' } : meaning, above };
  });
}

/** The value that follows from the role of a column; `null` if there is none or an earlier column has the same role. */
export function fillByRole(column: Column, columns: readonly Column[], input: RowInput): Fill | null {
  const { role } = column.meaning;
  const first = columns.find((other) => other.meaning.role === role) === column;
  if (role === 'target') return targetFill(column, columns, input);
  if (role === 'environment') return environmentFill(column, columns, input);
  if (!first) return null;
  switch (role) {
    case 'number':
      return numberFill(column);
    case 'date':
    case 'started':
      return { value: dateCell(column, columns, input.startedAt), source: 'date', derived: true };
    case 'time':
      return { value: timeCell(column, columns, input.startedAt), source: 'date', derived: true };
    case 'ended':
      return { value: dateCell(column, columns, input.finishedAt), source: 'date', derived: true };
    case 'operator':
      return { value: likeAbove(input.operator, column.above), source: 'operator', derived: false };
    case 'duration':
      return input.durationMs === null ? null : { value: inMarksOf(column.above[0] ?? '', durationLike(column.above.map(plainCell), column.meaning.unit, input.durationMs)), source: 'duration', derived: true };
    case 'outcome':
      return input.outcome === null ? null : { value: outcomeCell(input.outcome, column, columns, input), source: 'outcome', derived: true };
    case 'notes':
      return input.outcome === null ? null : notesFill(input.outcome, columns);
    case 'report':
      return input.report === null ? null : { value: input.report, source: 'report', derived: false };
    default:
      return null;
  }
}

/** One more than the highest number so far. */
function numberFill(column: Column): Fill | null {
  const numbers = column.above.flatMap((cell) => (/^#?\d{1,9}$/.test(plainCell(cell)) ? Number(plainCell(cell).replace('#', '')) : []));
  if (numbers.length === 0) return column.above.length === 0 ? { value: '1', source: 'number', derived: true } : null;
  return { value: `${column.above[0]?.startsWith('#') === true ? '#' : ''}${Math.max(...numbers) + 1}`, source: 'number', derived: true };
}

function dateCell(column: Column, columns: readonly Column[], moment: Date): string {
  const order = dayOrder(column.above);
  for (const example of column.above) {
    const text = dateLike(example, moment, order, column.meaning.zone);
    if (text !== null) return text;
  }
  const clocks = column.meaning.role !== 'date' && column.above.some((cell) => findDate(cell) === null && findClock(cell) !== null);
  if (clocks) return timeCell(column, [], moment);
  const hasDate = columns.some((other) => other.meaning.role === 'date' && other !== column);
  if (hasDate) return plainClock(moment);
  return columns.some((other) => other.meaning.role === 'time') ? plainDay(moment) : plainDate(moment);
}

function timeCell(column: Column, columns: readonly Column[], moment: Date): string {
  const onlyClock = columns.length > 0 && !columns.some((other) => other.meaning.role === 'date' || other.meaning.role === 'started');
  if (onlyClock || column.above.some((cell) => findDate(cell) !== null)) return dateCell({ ...column, meaning: { ...column.meaning, role: 'date' } }, [], moment);
  for (const example of column.above) {
    const text = clockLike(example, moment, column.meaning.zone);
    if (text !== null) return text;
  }
  return plainClock(moment);
}

/** The column for the target: the one named like the inventory's key, else the first target column that no other cell of the target's row claims. */
function targetFill(column: Column, columns: readonly Column[], input: RowInput): Fill | null {
  if (input.target === null) return null;
  const ofRow = (name: string): string | undefined => Object.entries(input.targetRow).find(([key]) => nameKey(key) === nameKey(name))?.[1];
  const candidates = columns.filter((other) => other.meaning.role === 'target');
  const main = candidates.find((other) => ofRow(other.name) === input.target) ?? candidates.find((other) => ofRow(other.name) === undefined && !hasParameter(other, input));
  return main === column ? { value: likeAbove(input.target, column.above), source: 'target', derived: false } : null;
}

function hasParameter(column: Column, input: RowInput): boolean {
  return Object.entries(input.parameters).some(([name, value]) => nameKey(name) === nameKey(column.name) && value !== input.target);
}

/** The environment in a target's name, spelled as in the cells above; the target itself if no other column takes it. */
function environmentFill(column: Column, columns: readonly Column[], input: RowInput): Fill | null {
  const { target } = input;
  if (target === null || hasParameter(column, input)) return null;
  const words = target.toLowerCase().split(/[^a-z]+/);
  const group = environmentWordsOf(target);
  const spelled = column.above.find((cell) => group?.includes(plainCell(cell).toLowerCase()) === true);
  if (spelled !== undefined) return { value: spelled, source: 'target', derived: false };
  const takesTarget = !columns.some((other) => other.meaning.role === 'target');
  const speaksInWords = column.above.some((cell) => ENVIRONMENT_WORDS.flat().includes(plainCell(cell).toLowerCase()));
  const word = group?.find((name) => words.includes(name));
  if (word !== undefined && (speaksInWords || !takesTarget)) return { value: inMarksOf(column.above[0] ?? '', word), source: 'target', derived: false };
  return takesTarget && !speaksInWords ? { value: likeAbove(target, column.above), source: 'target', derived: false } : null;
}

/** Whether a column tells how a run went. */
export function hasOutcome(columns: readonly Column[]): boolean {
  return columns.some(({ meaning }) => meaning.role === 'outcome');
}

/** Whether the outcomes above are one bare word each and there is a notes column, which then gets what happened. */
function detailGoesToNotes(columns: readonly Column[]): boolean {
  const outcome = columns.find((column) => column.meaning.role === 'outcome');
  const notes = columns.some((column) => column.meaning.role === 'notes');
  return notes && outcome !== undefined && outcome.above.every((cell) => plainCell(cell).split(' ').length <= 2);
}

function outcomeCell(outcome: OutcomeFacts, column: Column, columns: readonly Column[], input: RowInput): string {
  const notesTaken = columns.some((other) => other.meaning.role === 'notes' && Object.keys(input.record).some((name) => nameKey(name) === nameKey(other.name)));
  if (detailGoesToNotes(columns) && !notesTaken) return outcomeHead(outcome);
  return outcomeText(outcome, outcomeSeparator(column.above));
}

/** What the outcome leaves to the notes; all of it where no other column tells how a run went. */
function notesFill(outcome: OutcomeFacts, columns: readonly Column[]): Fill | null {
  if (!hasOutcome(columns)) return { value: outcomeText(outcome, ' — '), source: 'outcome', derived: true };
  const detail = detailGoesToNotes(columns) ? outcomeDetail(outcome, 200) : outcome.notes.join('; ');
  return detail === '' ? null : { value: detail, source: 'outcome', derived: true };
}
