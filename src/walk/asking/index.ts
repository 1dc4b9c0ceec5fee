// The next question, made from the plan and what has happened: the prompt, its effect, its gates, and who has to approve.
export { approvalFor } from './approval.ts';
export type { Approved } from './approval.ts';
export { isConfirmed } from './ask.ts';
export { chooseAlternative, chooseTarget, doByHand, enterParameter, interrupted, judge, pieceFailed, runPiece, settleDoubt } from './make-prompt.ts';
export type { Draft } from './make-prompt.ts';
export { unmasked } from './masked.ts';
export { shellOf } from './shell-of.ts';
export { suggestedFor } from './suggested.ts';
