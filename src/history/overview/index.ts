// The rows of many runbooks: read back, added up, and drawn as a sparkline.
export { overviewOf } from './overview.ts';
export type { Overview } from './overview.ts';
export { readHistory } from './read-history.ts';
export { historyTotals, wholeRuns } from './totals.ts';
