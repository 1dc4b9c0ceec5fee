// What the rows of many runbooks come to: read back, added up, drawn small.
export { overviewOf } from './overview.ts';
export type { Overview, OverviewRules } from './overview.ts';
export { outcomeClass, readHistory } from './read-history.ts';
export { sparkline } from './sparkline.ts';
export { historyTotals } from './totals.ts';
