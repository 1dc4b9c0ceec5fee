// What is left open about the pieces of a plan: the doubts that the text made, gates, overwritten values; and what settles them before the run.
export { addDoubts } from './add-doubts.ts';
export { readSettlement } from './settlement.ts';
export { keepGiven } from './keep-given.ts';
export { settleByPin } from './settle-by-pin.ts';
