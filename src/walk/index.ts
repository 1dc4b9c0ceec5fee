export type * from './prompts.ts';
export type * from './replies.ts';
export type * from './types.ts';
