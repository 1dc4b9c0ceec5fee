// Doubts that the text alone raises about a piece that would run: one file per kind, with its words as data. Gates hold the next piece, which the plan determines.
export { withDoubts } from './find-doubts.ts';
export { withPlaces } from './places.ts';
export { findGates } from './gate.ts';
