// Repairs: the fixes of findings as edits of a text, and files rewritten with them.
export { fixFiles } from './fix-files.ts';
export { fixText } from './fix.ts';
