import { isSettled } from '../events/index.ts';
import type { RunState } from '../events/index.ts';
import type { Plan, PlannedPiece, PlannedStep } from '../plan/index.ts';
import type { Place, WalkModel } from './model.ts';

/** The first piece of the plan that is not settled, or `null` where all is. */
export function nextPlace(plan: Plan, run: RunState): Place | null {
  for (const { step, pieces } of plan.steps.filter(({ included }) => included)) {
    const state = run.steps[step.id];
    if (state?.skipped != null) continue;
    if (step.kind === 'manual') {
      if (!isSettled(state?.pieces[0])) return { step: step.id, piece: 0 };
      continue;
    }
    const open = pieces.find(({ piece }) => !isSettled(state?.pieces[piece.index]));
    if (open !== undefined) return { step: step.id, piece: open.piece.index };
  }
  return null;
}

/** The step on screen. */
export function stepOf({ plan, at }: Pick<WalkModel, 'plan' | 'at'>): PlannedStep | null {
  return plan.steps.find(({ step }) => step.id === at?.step) ?? null;
}

/** The piece on screen; `null` for a manual step. */
export function pieceOf(model: Pick<WalkModel, 'plan' | 'at'>): PlannedPiece | null {
  return stepOf(model)?.pieces[model.at?.piece ?? 0] ?? null;
}

/** Whether a target's name says production. */
export function isProduction(name: string): boolean {
  return /(?:^|[^a-z])(?:prod|production|prd|live)(?![a-z])/i.test(name);
}
