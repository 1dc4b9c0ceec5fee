// What an author pinned, in front matter, on a fence or in a comment.
export { readCommentPins } from './comment-pins.ts';
export { readFencePins } from './fence-pins.ts';
export { readFilePins } from './file-pins.ts';
export { PIN_KEYS } from './pin-keys.ts';
