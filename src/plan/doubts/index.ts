// Doubts about the pieces of a plan: those from the text, gates, overwritten values; and what settles them before the run.
export { addDoubts } from './add-doubts.ts';
export { settleByCaller } from './settle-by-caller.ts';
export { readSettlement } from './settlement.ts';
export { keepGiven } from './keep-given.ts';
export { settleByPin } from './settle-by-pin.ts';
