import { plainCell } from './cell-text.ts';

/** A value the way the cells above write theirs: the very cell where one says the same, else in the marks around the nearest one. */
export function likeAbove(value: string, above: readonly string[]): string {
  const fold = (text: string): string => plainCell(text).toLowerCase().replace(/^@/, '');
  const same = above.find((cell) => fold(cell) === fold(value) && plainCell(cell).replace(/^@/, '') === value.replace(/^@/, ''));
  return same ?? inMarksOf(above[0] ?? '', value);
}

/** The value in code or bold marks where the example is wholly in them. */
export function inMarksOf(example: string, value: string): string {
  const code = /^(`+)[^`]+\1$/.test(example);
  if (code) return value === '' || value.includes('`') ? value : `\`${value}\``;
  const bold = /^(\*\*|__)[^*_]+\1$/.exec(example)?.[1];
  return bold === undefined || value.includes(bold) ? value : `${bold}${value}${bold}`;
}
