// A new row: the facts of a run put into the columns of the table, and the row put in its place.
export { linesLike, placeRow } from './place-row.ts';
export type { PlacedRow } from './place-row.ts';
export { prepareRow } from './prepare-row.ts';
export type { PreparedRow } from './prepare-row.ts';
export { factsByHand, runFacts } from './run-facts.ts';
