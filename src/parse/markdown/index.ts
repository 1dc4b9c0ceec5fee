// Markdown as a tree whose every node has its place in the file, and what all readers take from it: text, prose, links, tables.
export { slugOf } from './anchors.ts';
export { ALERT, CALLOUT_LEADS } from './callout-words.ts';
export { liftCode, lineOfCode, pickLines } from './code-text.ts';
export { collect } from './collect.ts';
export type { Collected, Placed, PlacedList } from './collect.ts';
export { decodeRunbook, MAX_BYTES, tooLarge } from './decode.ts';
export { rangeOf, rangeWithin, spanOf, written } from './document.ts';
export type { Document } from './document.ts';
export { findOverload } from './guard.ts';
export type { Overload } from './guard.ts';
export { emptyDocument, readMarkdown } from './markdown.ts';
export type { TreeReader } from './markdown.ts';
export { linkAddress, splitList, stripMarks } from './marks.ts';
export { leadText, textOf, toBlocks, wordsWithoutCode, writtenNumber } from './prose.ts';
export { RangeList } from './range-list.ts';
export { readWithRemark } from './remark.ts';
export { readTables } from './tables.ts';
export { itemTitle, paragraphTitle, splitSentences } from './titles.ts';
