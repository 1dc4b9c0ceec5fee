// Choices that a file leaves to whoever runs it: sections, tabs, leads above blocks, items of a list, comments within a block.
export { announces } from './announces.ts';
export { COUNTS, ENVIRONMENT, joinsWays, platformOf } from './choice-words.ts';
export { cutBlocks } from './cut-blocks.ts';
export { findAlternatives } from './find-alternatives.ts';
export { isForCase } from './from-sections.ts';
export { goThroughStages, IN_ORDER, isCounted, makeRow, playsNoPart, withoutNumber } from './part-words.ts';
export { isTrouble } from './is-trouble.ts';
