import type { RunState } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Standing } from '../../plan-lock/index.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Theme } from '../theme.ts';

/** What a prompt's words are made from. */
export interface PromptContext {
  readonly ui: UiState;
  readonly plan: Plan;
  readonly state: RunState;
  /** Id of the run, where one began. */
  readonly run: string | null;
  readonly theme: Theme;
  /** Cells for its words, and the most rows they may take. */
  readonly width: number;
  readonly most: number;
  readonly operator: string;
  /** Programs that steps are pinned to and that are not here, in words. */
  readonly missing: readonly string[];
  readonly lastRun: string | null;
  readonly resumed: string | null;
  readonly changed: readonly string[];
  /** How the runbook stands to the plan lock. */
  readonly standing: Standing;
  readonly now: Date;
}
