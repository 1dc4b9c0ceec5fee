// Facts that several rules need: places, dates, executions, links, what looks like a secret.
export { allAnchors } from './anchors.ts';
export { coverSecrets, findSecrets, HTML_ELEMENTS, isBroughtAlong, KNOWN_PROGRAMS, OUTDATED_COMMANDS, REMOVED_API_VERSIONS, secretHint } from './known/index.ts';
export { daysBetween, findDate, findDays, parseDay } from './dates.ts';
export { doubtfulPieces } from './doubts.ts';
export { markdown } from './example.ts';
export { cellOf, columnOf, placedExecutions } from './executions.ts';
export { crontabCommand } from './crontab.ts';
export { destroys, firstDestructive, gravestMark } from './first-destructive.ts';
export { isOutsideOfRepository, missingPath, pageAt, resolveLink } from './link-paths.ts';
export { lostDot, numberMentioned } from './list-numbers.ts';
export { metadataValue, plainKey } from './metadata-value.ts';
export { placeOfMark, shellBlocks, titleSpan } from './places.ts';
export type { ShellBlock } from './places.ts';
export { keepsScriptsClean, outputLines, promptWrites, relabel, scriptsWithPrompts, wouldRun } from './script-blocks.ts';
export { misspeltSuppressions, readDirective } from './suppression-comments.ts';
export type { SuppressionDirective } from './suppression-comments.ts';
export { sharesShell, whereItRuns } from './where-it-runs.ts';
export { asksForLook, checkedWithin, isInForeignScript, looksAtResult, outerSection, proseLooksAfter, readsAfter, verifiesAnywhere } from './verification.ts';
