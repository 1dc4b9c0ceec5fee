/** `4:05`, `1:04:05`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return seconds < 3600 ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}` : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The time of a run, against its budget where there is one and room to say it; `null` before it began. */
export function timeText(elapsedMs: number | null, budgetMs: number | null, withBudget: boolean): string {
  if (elapsedMs === null) return withBudget && budgetMs !== null ? `budget ${clockText(budgetMs)}` : '';
  const over = budgetMs !== null && elapsedMs > budgetMs ? ' OVER' : '';
  return budgetMs === null || !withBudget ? `${clockText(elapsedMs)}${over}` : `${clockText(elapsedMs)} of ${clockText(budgetMs)}${over}`;
}
