/** The value of `NAME=value` as written, if it has no expansion; `null` if only the shell knows it, or there is none. */
export function literalValue(assignment: string): string | null {
  const value = /^[A-Za-z_]\w*\+?=([^]*)$/.exec(assignment)?.[1];
  if (value === undefined || /[$`(]/.test(value.replace(/'[^']*'/g, ''))) return null;
  return value.replace(/'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])/g, (_, single: string | undefined, double: string | undefined, escaped: string | undefined) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '');
}

/** Whether a variable is set to a value that only the shell will know: `X=$(…)`, `X=$Y`, `read X`. */
export function setsUnknown(assignment: string): boolean {
  if (!assignment.includes('=')) return true;
  return literalValue(assignment) === null;
}
