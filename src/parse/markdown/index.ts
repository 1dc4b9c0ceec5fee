// Markdown as a tree whose every node has its place in the file, and what all readers take from it: text, prose, links, tables.
export { slugOf } from './anchors.ts';
export { CALLOUT_LEADS } from './callout-words.ts';
export { codeLines, liftCode, lineOfCode, pickLines } from './code-text.ts';
export { collect } from './collect.ts';
export type { Collected, Placed, PlacedList } from './collect.ts';
export { emptyDocument, findOverload, quickReader, readMarkdown, readWithRemark, tagsIn } from './reading/index.ts';
export type { Overload, TreeReader } from './reading/index.ts';
export { childBlocks, isRightAbove, rangeOf, rangeWithin, spanOf, written } from './document.ts';
export type { Document } from './document.ts';
export { holdsBlock } from './holds-block.ts';
export { isEnglish } from './language.ts';
export { linkAddress, splitList, stripMarks } from './marks.ts';
export { codeLeftOut, leadText, textOf, toBlocks, wordsWithoutCode, writtenNumber } from './prose.ts';
export { RangeList } from './range-list.ts';
export { readTables } from './tables.ts';
export { OPPOSITES } from './opposites.ts';
export { isOrder, namesTask, orderedVerb, saysWhatToDo, wordsOf } from './verbs.ts';
export { itemTitle, paragraphTitle, splitSentences } from './titles.ts';
