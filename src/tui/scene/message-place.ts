import { displayWidth } from '../../model/index.ts';
import { plainRowsOf } from '../document/plain-rows.ts';
import { type Row, row, segment } from '../rows/rows.ts';
import { wrapWords } from '../rows/wrap.ts';
import type { Sizes } from '../sizes.ts';
import { cut } from '../glyphs.ts';
import type { Theme } from '../theme.ts';
import type { UiState } from '../state/ui-state.ts';

/** Room for what Enter does beside a message: one that comes by itself must not hide it. */
const ENTER_CELLS = 16;

/** Where what the operator is told stands: among the keys; where rows are few in the rule above the question; in rows of the question's own where it would be cut there, or leave no room for Enter. */
export function messagePlace({ message, overlay }: Pick<UiState, 'message' | 'overlay'>, { columns, promptFrame }: Pick<Sizes, 'columns' | 'promptFrame'>): 'footer' | 'rule' | 'prompt' {
  if (overlay !== null) return 'footer';
  if (displayWidth(message) > columns - 3 - (promptFrame ? ENTER_CELLS : 0)) return 'prompt';
  return promptFrame ? 'footer' : 'rule';
}

/** It in rows of the question: one at least, and what has no room at all is cut with a mark. */
export function messageRows(message: string, width: number, most: number, theme: Pick<Theme, 'unicode'>): readonly Row[] {
  const rows = plainRowsOf(wrapWords([segment(message, 'warn')], width));
  return rows.length <= Math.max(1, most) ? rows : [row(segment(cut(theme, message, width), 'warn'))];
}
