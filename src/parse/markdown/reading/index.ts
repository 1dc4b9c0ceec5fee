// From the bytes of a file to its tree: decoded, bounded, read by remark or, where it is sure to make the same tree, by satteri; tabs and admonitions opened.
export type { TreeReader } from './reread.ts';
export { findOverload } from './guard.ts';
export type { Overload } from './guard.ts';
export { tagsIn } from './html-words.ts';
export { emptyDocument, readMarkdown } from './markdown.ts';
export { readWithRemark } from './remark.ts';
export { quickReader } from './satteri.ts';
