import type { Edit } from '../../model/index.ts';

/** A text with edits made, back to front. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.toSorted((a, b) => b.start - a.start).reduce((made, { start, end, text: replacement }) => made.slice(0, start) + replacement + made.slice(end), text);
}
