// What the runbook says about itself: front matter, and the `Owner: x` lines and table above the first `##`.
export { placeOf, readFrontMatter } from './front-matter.ts';
export type { FrontMatter } from './front-matter.ts';
export { isMetadataTable, readMetadata } from './metadata.ts';
