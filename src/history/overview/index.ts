// The rows of many runbooks: read back, added up, and drawn as a sparkline.
export { overviewOf } from './overview.ts';
export type { Overview, OverviewRules } from './overview.ts';
export { outcomeClass, readHistory } from './read-history.ts';
export { sparkline } from './sparkline.ts';
export { historyTotals } from './totals.ts';
