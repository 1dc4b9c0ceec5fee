import type { RunState } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Theme } from '../theme.ts';
import type { WalkFacts } from '../walk-facts.ts';

/** What a prompt's words are made from. */
export interface PromptContext extends Omit<WalkFacts, 'production' | 'readShell'> {
  readonly ui: UiState;
  readonly plan: Plan;
  readonly state: RunState;
  /** Id of the run, where one began. */
  readonly run: string | null;
  readonly theme: Theme;
  /** Cells for its words, and the most rows they may take. */
  readonly width: number;
  readonly most: number;
  readonly now: Date;
}
