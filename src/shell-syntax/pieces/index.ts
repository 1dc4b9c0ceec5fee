// Where code is cut into pieces: at the comments that title what follows, never where one shell process must run both sides.
export { isNumbered, opensCase, titleText } from './comment-titles.ts';
export { cutPieces } from './pieces.ts';
