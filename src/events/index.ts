// What happens in a run: the types of events, their fold into a state, and the masking of secrets.
export type * from './types.ts';
export { fold, foldAll, growingState } from './fold.ts';
export { Listeners } from './listeners.ts';
export type { Listener } from './listeners.ts';
export { becameOf, countOutcome, DONE_BY_HAND, NO_COUNTS, outcomeSentence, outcomeWord, shortcomings, somethingRan } from './outcome.ts';
export { OutputEvent } from './output-event.ts';
export { MASK } from './mask.ts';
export { Redactor, SHORTEST_SECRET } from './redact.ts';
export { RedactedStream } from './redacted-stream.ts';
export { hasRun, initialState, isInterrupted, isSettled, LEFT, nextAttempt, pieceState, wasLeft, workedMs } from './state.ts';
export type { PieceState, RunState, StoredParameter } from './state.ts';
