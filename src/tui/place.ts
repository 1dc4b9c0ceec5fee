import { isSettled } from '../events/index.ts';
import type { RunState } from '../events/index.ts';
import type { Plan, PlannedPiece, PlannedStep } from '../plan/index.ts';
import type { Place, WalkModel } from './model.ts';

type Placed = Pick<WalkModel, 'plan' | 'at' | 'look'>;

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

/** Every place of the plan, in order. */
export function places(plan: Plan): readonly Place[] {
  return plan.steps.filter(({ included }) => included).flatMap(({ step, pieces }) => (pieces.length === 0 ? [{ step: step.id, piece: 0 }] : pieces.map(({ piece }) => ({ step: step.id, piece: piece.index }))));
}

/** The place so many after another, within the plan. */
export function placeBy(plan: Plan, from: Place, by: number): Place {
  const all = places(plan);
  const index = all.findIndex(({ step, piece }) => step === from.step && piece === from.piece);
  return all[Math.max(0, Math.min(index + by, all.length - 1))] ?? from;
}

/** The step on screen. */
export function stepOf({ plan, at, look }: Placed): PlannedStep | null {
  return plan.steps.find(({ step }) => step.id === (look ?? at)?.step) ?? null;
}

/** The piece on screen; `null` for a manual step. */
export function pieceOf({ plan, at, look }: Placed): PlannedPiece | null {
  return pieceAt(plan, look ?? at);
}

/** The piece of a place; `null` for a manual step. */
export function pieceAt(plan: Plan, place: Place | null): PlannedPiece | null {
  return plan.steps.find(({ step }) => step.id === place?.step)?.pieces[place?.piece ?? 0] ?? null;
}
