import type { Position } from 'unist';

/** Thrown within this folder where Markdown is met that is left to remark. */
export const GIVE_UP = Symbol('not plain Markdown');

export function giveUp(): never {
  throw GIVE_UP;
}

/** The place of a node. Readers of the tree look at offsets alone, also in what remark read. */
export function place(start: number, end: number): Position {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
