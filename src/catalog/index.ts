// The runbooks below a folder: found, read once, and told from other pages.
export { findMarkdown, MARKDOWN, nothingNamed } from './find-markdown.ts';
export { isAboutFolder, isRunbook } from './is-runbook.ts';
export { fullyRead, loadBytes, loadRunbook, loadText } from './load-runbook.ts';
export { nearMarkdown } from './near-markdown.ts';
export { searchable, searchRunbooks } from './search-runbooks.ts';
export type { FoundRunbook, Searchable } from './search-runbooks.ts';
