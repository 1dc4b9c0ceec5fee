export { ambientOf } from './ambient.ts';
export { askedWord, COMMON, REPLIES } from './fits.ts';
export { createWalk } from './driver.ts';
export type { Machine, RowPort, RowResult, WalkOptions } from './machine.ts';
export type * from './prompts.ts';
export type * from './replies.ts';
export { nextStop, places } from './route.ts';
export type * from './types.ts';
export { answerBy, unattendedReply } from './unattended.ts';
