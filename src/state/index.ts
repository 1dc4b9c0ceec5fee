export { findMarkdown } from './find-markdown.ts';
export type { FoundMarkdown } from './find-markdown.ts';
