import { becameOf, pieceState, type RunState } from '../events/index.ts';
import type { Plan } from '../plan/index.ts';
import { places } from './route.ts';

/** How many steps of the plan passed as a whole, and of how many something failed: of a block in pieces `counts` has each piece. */
export function countSteps(plan: Plan, state: RunState): { readonly passed: number; readonly failed: number } {
  const steps = [...Map.groupBy(places(plan), ({ step }) => step).values()].map((pieces) => pieces.map((at) => {
    const piece = pieceState(state, at);
    if (piece === undefined) return 'open';
    return piece.skipped?.by === 'plan' ? 'out' : becameOf(piece);
  }));
  const hasPassed = steps.filter((step) => step.includes('passed') && step.every((became) => became === 'passed' || became === 'out'));
  return { passed: hasPassed.length, failed: steps.filter((step) => step.includes('failed')).length };
}
