import type { RunEvent } from '../../events/index.ts';

/** Who confirmed something, or the program in which somebody did. */
export function confirmedWhere({ by, who }: Pick<Extract<RunEvent, { type: 'confirmed' }>, 'by' | 'who'>): string {
  if (by === 'client') return `in ${who}`;
  return by === 'approver' ? `by ${who}, as a second person` : `by ${who}`;
}
