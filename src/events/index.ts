export type * from './types.ts';
export { fold, foldAll } from './fold.ts';
export { MASK, RedactedStream, Redactor, SHORTEST_SECRET } from './redact.ts';
export { initialState, isSettled } from './state.ts';
export type { PieceState, PieceStatus, RunState, StepState, StoredParameter } from './state.ts';
