import { plainCell } from './cell-text.ts';

/** Writes a value as the cells above do: reuses a cell that says the same, else takes over the marks around the nearest one. */
export function likeAbove(value: string, above: readonly string[]): string {
  const fold = (text: string): string => plainCell(text).toLowerCase().replace(/^@/, '');
  const same = above.find((cell) => fold(cell) === fold(value) && plainCell(cell).replace(/^@/, '') === value.replace(/^@/, ''));
  return same ?? inMarksOf(above[0] ?? '', value);
}

/** Puts the value in code or bold marks if the whole example is in them. */
export function inMarksOf(example: string, value: string): string {
  const code = /^(`+)[^`]+\1$/.test(example);
  if (code) return value === '' || value.includes('`') ? value : `\`${value}\``;
  const bold = /^(\*\*|__)[^*_]+\1$/.exec(example)?.[1];
  return bold === undefined || value.includes(bold) ? value : `${bold}${value}${bold}`;
}
