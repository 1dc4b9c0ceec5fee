// The conversation as plain data: each prompt, the replies that it takes, and why one is refused.
export type * from './prompts.ts';
export { NO_ROW } from './prompts.ts';
export { doubtsAsked } from './doubts-asked.ts';
export { ofProblem, refused, refusedValue } from './refusal.ts';
export type * from './replies.ts';
export type * from './types.ts';
export { approvedElsewhere, unapproved } from './unapproved.ts';
