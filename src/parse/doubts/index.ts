// What the text alone leaves open about a piece that would run: one file a kind, its words as data. Gates hold the next piece, which the plan finds.
export { withDoubts } from './find-doubts.ts';
export { withPlaces } from './places.ts';
export { findGates } from './gate.ts';
