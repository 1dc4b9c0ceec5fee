/** The value of `NAME=value` as written, where it is one without an expansion; `null` where only the shell knows it, or none is given. */
export function literalValue(assignment: string): string | null {
  const value = /^[A-Za-z_]\w*\+?=([^]*)$/.exec(assignment)?.[1];
  if (value === undefined || /[$`(]/.test(value.replace(/'[^']*'/g, ''))) return null;
  return value.replace(/'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])/g, (_, single: string | undefined, double: string | undefined, escaped: string | undefined) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '');
}

/** Whether what sets a variable gives it a value that only the shell will know: `X=$(…)`, `X=$Y`, `read X`. */
export function setsUnknown(assignment: string): boolean {
  if (!assignment.includes('=')) return true;
  return literalValue(assignment) === null;
}
