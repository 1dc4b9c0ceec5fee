import { displayWidth } from '../../model/index.ts';
import type { Sizes } from '../sizes.ts';
import type { UiState } from './ui-state.ts';

/** Where what the operator is told stands: among the keys; where rows are few in the rule above the question; in rows of the question's own where it would be cut there. */
export function messagePlace({ message, overlay }: Pick<UiState, 'message' | 'overlay'>, { columns, promptFrame }: Pick<Sizes, 'columns' | 'promptFrame'>): 'footer' | 'rule' | 'prompt' {
  if (overlay !== null) return 'footer';
  if (displayWidth(message) > columns - 3) return 'prompt';
  return promptFrame ? 'footer' : 'rule';
}
