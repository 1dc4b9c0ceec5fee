/** What a command does to the world, weakest first but for `unknown`, which is anything. */
export type Effect = 'reads' | 'changes' | 'unknown' | 'destroys';
