// Sessions that a command leaves open: what opens and closes them, their prompts, and the lines typed into them.
export { withName } from './arrivals.ts';
export { SHELL_AGAIN } from './openers.ts';
export { blockPrompt, placePrompt } from './place-prompts.ts';
export type { PlacePrompt } from './place-prompts.ts';
export { proseCloses, proseOpener, proseTypedAt } from './prose-openers.ts';
export { readSessions } from './read-sessions.ts';
export type { ElsewhereLines, SessionBlock } from './read-sessions.ts';
export { findRemote } from './within-block.ts';
