export type * from './types.ts';
export { fold, foldAll, growingState } from './fold.ts';
export { countOutcome, DONE_BY_HAND, outcomeSentence, shortcomings, somethingRan } from './outcome.ts';
export { OutputEvent } from './output-event.ts';
export { MASK, Redactor, SHORTEST_SECRET } from './redact.ts';
export { RedactedStream } from './redacted-stream.ts';
export { initialState, isInterrupted, isSettled, workedMs } from './state.ts';
export type { PieceState, RunState, StoredParameter } from './state.ts';
