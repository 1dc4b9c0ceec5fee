import { foldName } from '../../model/index.ts';
import { sameShape, shapeOf } from '../../plan/index.ts';
import { cellText, inMarksOf, likeAbove, OPEN_CELL, outcomeHead, outcomeText, plainCell } from '../cells/index.ts';
import { DIRECTION_WORDS, nameKey } from '../columns/index.ts';
import type { ComposedCell, ComposedRow, RowInput } from '../types.ts';
import { type Column, type Fill, fillByRole, hasOutcome, readColumns } from './fill-roles.ts';

/** The row that a run adds to a history table: each cell with its origin and, if it is open, suggestions for it. */
export function composeRow(input: RowInput): ComposedRow {
  const columns = readColumns(input);
  const fills = columns.map((column) => given(column, input) ?? byParameterOrRole(column, columns, input));
  fillByShape(columns, fills, input);
  const unsaid = !sayFailure(columns, fills, input);
  const cells = columns.map((column, index) => composedCell(column, fills[index] ?? null, fills, input));
  return {
    cells,
    open: cells.filter(({ source }) => source === 'open').map(({ column }) => column),
    unsaid,
    unknown: Object.keys(input.record).filter((name) => !columns.some((column) => isNamed(column, name))),
  };
}

/** In a table with no column for the outcome and no notes that tell it, says in the last column of free text that the run failed. Returns whether it found a place. */
function sayFailure(columns: readonly Column[], fills: (Fill | null)[], { outcome }: RowInput): boolean {
  if (outcome === null || outcome.status === 'passed' || hasOutcome(columns) || fills.some((fill) => fill?.source === 'outcome')) return true;
  const index = columns.findLastIndex(({ meaning }, at) => meaning.role === 'other' && fills[at] === null);
  if (index < 0) return false;
  fills[index] = { value: outcomeText(outcome, ' — '), source: 'outcome', derived: true };
  return true;
}

function isNamed(column: Column, name: string): boolean {
  return column.name.trim().toLowerCase() === name.trim().toLowerCase() || nameKey(column.name) === nameKey(name);
}

function given(column: Column, input: RowInput): Fill | null {
  const exact = Object.entries(input.record).find(([name]) => column.name.trim().toLowerCase() === name.trim().toLowerCase());
  const entry = exact ?? Object.entries(input.record).find(([name]) => isNamed(column, name));
  return entry === undefined ? null : { value: likeGiven(entry[1], column), source: 'given', derived: false };
}

/** A cell given by a person is kept as given, except that it gets code marks if the whole column has them. */
function likeGiven(value: string, column: Column): string {
  return column.meaning.role === 'other' && column.above.length > 0 && column.above.every((cell) => /^`[^`]+`$/.test(cell)) ? inMarksOf('`x`', value) : value;
}

function byParameterOrRole(column: Column, columns: readonly Column[], input: RowInput): Fill | null {
  const ofRole = fillByRole(column, columns, input);
  if (ofRole !== null) return ofRole;
  const cell = Object.entries(input.targetRow).find(([name]) => isNamed(column, name));
  if (cell !== undefined && cell[1] !== '') return { value: likeAbove(cell[1], column.above), source: 'target', derived: false };
  const parameter = Object.entries(input.parameters).find(([name]) => isNamed(column, name));
  return parameter === undefined ? null : { value: likeAbove(parameter[1], column.above), source: 'parameter', derived: false, parameter: parameter[0] };
}

/** Fills an open cell with the one unclaimed parameter that has the shape of the cell above, if no other open cell could take it too. */
function fillByShape(columns: readonly Column[], fills: (Fill | null)[], input: RowInput): void {
  const fitting = columns.map((column, index) => (fills[index] === null ? unclaimed(fills, input).filter(([name, value]) => fits(column, name, value)) : []));
  columns.forEach((column, index) => {
    const [only, ...more] = fitting[index] ?? [];
    if (only === undefined || more.length > 0) return;
    const rivals = fitting.filter((candidates, other) => other !== index && candidates.some(([name]) => name === only[0]));
    if (rivals.length === 0) fills[index] = { value: likeAbove(only[1], column.above), source: 'shape', derived: false, parameter: only[0] };
  });
}

function unclaimed(fills: readonly (Fill | null)[], input: RowInput): readonly (readonly [string, string])[] {
  const claimed = new Set(fills.flatMap((fill) => fill?.parameter ?? []));
  return Object.entries(input.parameters).filter(([name, value]) => !claimed.has(name) && value !== input.target && value !== '');
}

function fits(column: Column, name: string, value: string): boolean {
  const nearest = column.above[0];
  if (nearest === undefined || !sameShape(plainCell(nearest), value)) return false;
  const [columnEnd, parameterEnd] = [direction(column.name), direction(name)];
  return columnEnd === null || parameterEnd === null || columnEnd === parameterEnd;
}

function direction(name: string): 'from' | 'to' | null {
  const words = foldName(name.replace(/[-_.]+/g, ' ')).split(' ');
  if (words.some((word) => DIRECTION_WORDS.from.includes(word))) return 'from';
  return words.some((word) => DIRECTION_WORDS.to.includes(word)) ? 'to' : null;
}

function composedCell(column: Column, fill: Fill | null, fills: readonly (Fill | null)[], input: RowInput): ComposedCell {
  const above = column.above[0] ?? '';
  if (fill === null) return { column: column.name, role: column.meaning.role, value: OPEN_CELL, source: 'open', above, suggestions: suggestions(column, fills, input) };
  return { column: column.name, role: column.meaning.role, value: cellText(fill.value, { derived: fill.derived }), source: fill.source, above, suggestions: [] };
}

/** Suggestions for an open cell: unclaimed parameters of the shape above, then values from the run's output, then earlier words of the column. For notes: how this run came out, not how others did. */
function suggestions(column: Column, fills: readonly (Fill | null)[], input: RowInput): readonly string[] {
  const nearest = plainCell(column.above[0] ?? '');
  const parameters = unclaimed(fills, input).filter(([name, value]) => fits(column, name, value)).map(([, value]) => value);
  const seen = nearest === '' ? [] : (input.suggest?.(nearest) ?? []);
  const head = input.outcome === null ? [] : [outcomeHead(input.outcome)];
  const words = column.meaning.role === 'notes' ? head : column.above.map(plainCell).filter((text) => shapeOf(text) === null && text.length <= 40);
  return [...new Set([...parameters, ...seen, ...words])].slice(0, 5);
}
