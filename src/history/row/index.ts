// A new row: what a run knows, put into the columns that the table has, at its place.
export { composeRow, withCell } from './compose.ts';
export { linesLike, placeRow } from './place-row.ts';
export type { PlacedRow } from './place-row.ts';
export { prepareRow } from './prepare-row.ts';
export type { PreparedRow } from './prepare-row.ts';
export { runFacts } from './run-facts.ts';
