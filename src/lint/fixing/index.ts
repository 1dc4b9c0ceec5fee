// Mending: the fixes of findings as edits of the text, and files rewritten by them.
export { fixFiles } from './fix-files.ts';
export { applyFixes, fixText } from './fix.ts';
