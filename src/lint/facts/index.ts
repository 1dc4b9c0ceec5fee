// What several rules ask of a runbook: places, days, executions, links, what looks like a secret.
export { daysBetween, findDate, findDays, parseDay } from './dates.ts';
export { markdown } from './example.ts';
export { cellOf, columnOf, isBlankCell, placedExecutions } from './executions.ts';
export { HTML_ELEMENTS } from './html-elements.ts';
export { KNOWN_PROGRAMS } from './known-programs.ts';
export { resolveLink } from './link-paths.ts';
export { counted, listWords, shellBlocks, titleSpan } from './places.ts';
export type { ShellBlock } from './places.ts';
export { coverSecrets, findSecrets } from './secret-shapes.ts';
export { checkedWithin, looksAtResult, outerSection, proseLooksAfter, verifiesAnywhere } from './verification.ts';
