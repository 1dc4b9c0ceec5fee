// The conversation of a run: its prompts, the replies to them, and the one loop that drives it.
export { askedWord, createWalk, isCalled, lookAt, refusalOf, takenBy } from './driving/index.ts';
export { approvalFor, shellOf, suggestedFor } from './asking/index.ts';
export { answersGiven } from './answers-given.ts';
export type { CodeHere, Earlier, Machine, RowPort, RowSession, WalkOptions } from './machine.ts';
export type * from './prompts/index.ts';
export { approvedElsewhere, doubtsAsked, NO_ROW, unapproved } from './prompts/index.ts';
export { countDestroying } from './count-destroying.ts';
export { countSteps } from './count-steps.ts';
export { resumedWords, saysResumed } from './resumed.ts';
export { isDone, menusToComeBack, places, positionOf, sectionsOfChoices, sectionsOut, stepsLeft } from './route.ts';
export { answerBy, unattendedReply } from './unattended.ts';
export { willAskFor } from './will-ask-for.ts';
