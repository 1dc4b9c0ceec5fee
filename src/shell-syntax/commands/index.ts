// The commands of a syntax tree: the program that each runs, also behind sudo, env or xargs, with its options, redirections and variables, and the scripts within its arguments.
export { filledVariables } from './declared-names.ts';
export { calledName, readDefinitions } from './definitions.ts';
export type { EndlessLoop, Facts, RawCommand, RawSetting, Runnable } from './facts.ts';
export { readInvocation } from './invocation.ts';
export type { Invocation, OptionUse } from './invocation.ts';
export { namesScript, nestedCommands, readScript, wordsAfterDashes } from './nested.ts';
export type { NestedCommand } from './nested.ts';
export { unwrap } from './unwrap.ts';
export type { Unwrapped } from './unwrap.ts';
export { collectFacts } from './walk.ts';
export { wordsText } from './words.ts';
