// Sessions that a command leaves open: what opens and closes them, which prompts belong to them, and what is typed there.
export { SHELL_AGAIN } from './openers.ts';
export { typedEffects } from './typed-effects.ts';
export { findRemote } from './within-block.ts';
export type { OpenedSession } from './within-block.ts';
