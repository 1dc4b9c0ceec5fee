export { ambientOf, askedWord, createWalk, lookAt, refusalOf, REPLIES, takenBy } from './driving/index.ts';
export { approvalFor } from './asking/index.ts';
export { answersGiven } from './answers-given.ts';
export type { Machine, RowPort, RowSession, RowResult, WalkOptions } from './machine.ts';
export type * from './prompts/index.ts';
export type * from './prompts/index.ts';
export { nextStop, places } from './route.ts';
export type * from './prompts/index.ts';
export { answerBy, unattendedReply } from './unattended.ts';
