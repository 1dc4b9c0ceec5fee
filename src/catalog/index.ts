// The runbooks below a folder: found, read once, and told from other pages. One of them is opened through opening/index.ts.
export { findMarkdown, nothingNamed } from './find-markdown.ts';
export { isAboutFolder, isRunbook } from './is-runbook.ts';
export { nearMarkdown } from './near-markdown.ts';
export { quickLoader } from './quick-loader.ts';
export { searchable, searchRunbooks } from './search-runbooks.ts';
export type { FoundRunbook, Searchable } from './search-runbooks.ts';
