// Doubts that the text alone raises about a piece that would run: what its code says (code/), where it is typed (places/), what is ordered before it (orders/), and for which case it is (cases/). Gates hold the next piece, which the plan determines.
export { withDoubts } from './find-doubts.ts';
export { withPlaces } from './places/index.ts';
export { findGates } from './orders/index.ts';
