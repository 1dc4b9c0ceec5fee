// Code blocks: which are commands, where one is cut into pieces, and drafts of the steps that they become.
export { withCutBlocks } from './cut-lists.ts';
export type { CommandDraft, ManualDraft, StepDraft, TypedElsewhere } from './drafts.ts';
export { readFences } from './fences.ts';
export type { FenceDraft } from './fences.ts';
export { interpreted } from './interpreted.ts';
export { OUTPUT_LANGUAGES, PLAIN_LANGUAGES } from './languages.ts';
export { readPieces } from './pieces.ts';
export { isTypedComment, KEY_STROKE } from './plainly.ts';
export { tooMuchShell } from './too-much-shell.ts';
export { callPrograms, isProgram, LEFT_OUT, looksLikeCommand } from './programs.ts';
