import type { HistoryTable } from '../model/index.ts';

/** Index of the column with the day of an execution, or `null`. */
export const dateColumn = (history: HistoryTable): number | null => find(history, /\b(date|day|when|time|started|timestamp|executed)\b/i);

/** Index of the column that says how it went, or `null`. */
export const outcomeColumn = (history: HistoryTable): number | null => find(history, /\b(outcome|result|status)\b/i);

/** Index of the column with how long it took, or `null`. */
export const durationColumn = (history: HistoryTable): number | null => find(history, /\b(wall[- ]?clock|duration|took|elapsed|minutes|seconds)\b/i);

/** A cell that says nothing yet: empty, a dash, `n/a`, `TBD`, `_none yet_`, `YYYY-MM-DD`. */
export function isBlankCell(text: string): boolean {
  return /^(?:[\s—–\-.…_*]*|n\/?a|tbd|todo|none( yet)?|not yet.*|never|y{2,4}-m{1,2}-d{1,2}.*|<.*>|\[.*\]|\{.*\})$/i.test(text.trim().replace(/^[_*]+|[_*]+$/g, ''));
}

function find(history: HistoryTable, words: RegExp): number | null {
  const index = history.columns.findIndex(({ value }) => words.test(value));
  return index === -1 ? null : index;
}
