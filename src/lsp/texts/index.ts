// The texts that are open: each with its file, what stands at an offset of it, and the places that the protocol counts in.
export { pinTextAt, ruleNameAt } from './annotations.ts';
export { lineBefore, lineEnd } from './line-around.ts';
export { anchorsOf, linkedFile, readLinked } from './links.ts';
export { OpenTexts } from './open-texts.ts';
export type { OpenText } from './open-texts.ts';
export { fileOf, uriOf } from './places.ts';
export { differenceOf, holds, linesMeet, rangeByLines, rangeOf, textEdits } from './ranges.ts';
export { slotAt, stepAt, targetListedAt, variableAt, wordAt } from './words-at.ts';
