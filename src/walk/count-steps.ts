import { becameOf, pieceState, type RunState } from '../events/index.ts';
import type { Plan } from '../plan/index.ts';
import { places } from './route.ts';

/** How many steps of the plan passed as a whole, and of how many something failed: of a block in pieces `counts` has each piece. */
export function countSteps(plan: Plan, state: RunState): { readonly passed: number; readonly failed: number } {
  const steps = [...Map.groupBy(places(plan), ({ step }) => step).values()].map((all) => all.map((at) => {
    const piece = pieceState(state, at);
    if (piece === undefined) return 'open';
    return piece.skipped?.by === 'plan' ? 'out' : becameOf(piece);
  }));
  const isOf = (step: (typeof steps)[number], ...kinds: readonly (typeof steps)[number][number][]): boolean => step.every((became) => kinds.includes(became));
  return { passed: steps.filter((step) => step.includes('passed') && isOf(step, 'passed', 'out')).length, failed: steps.filter((step) => step.includes('failed')).length };
}
