// What several rules ask of a runbook: places, days, executions, links, what looks like a secret.
export { allAnchors } from './anchors.ts';
export { daysBetween, findDate, findDays, parseDay } from './dates.ts';
export { doubtfulPieces } from './doubts.ts';
export type { DoubtfulPiece } from './doubts.ts';
export { markdown } from './example.ts';
export { cellOf, columnOf, isBlankCell, placedExecutions } from './executions.ts';
export { HTML_ELEMENTS } from './html-elements.ts';
export { KNOWN_PROGRAMS } from './known-programs.ts';
export { isOutsideOfRepository, missingPath, resolveLink } from './link-paths.ts';
export { lostDot, numberMentioned } from './list-numbers.ts';
export { metadataValue, plainKey } from './metadata-value.ts';
export { counted, listWords, placeOfMark, shellBlocks, titleSpan } from './places.ts';
export type { ShellBlock } from './places.ts';
export { coverSecrets, findSecrets, secretHint } from './secret-shapes.ts';
export { misspeltSuppressions, readDirective } from './suppression-comments.ts';
export type { SuppressionDirective } from './suppression-comments.ts';
export { checkedWithin, looksAtResult, outerSection, proseLooksAfter, verifiesAnywhere } from './verification.ts';
