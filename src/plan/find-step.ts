import type { PieceKey } from '../model/index.ts';
import type { Plan, PlannedPiece, PlannedStep } from './types.ts';

/** The planned step with an id. */
export function stepOf({ steps }: Pick<Plan, 'steps'>, id: string | null | undefined): PlannedStep | undefined {
  return steps.find(({ step }) => step.id === id);
}

/** The planned piece at a place; `undefined` for a manual step. */
export function pieceOf(plan: Pick<Plan, 'steps'>, at: PieceKey): PlannedPiece | undefined {
  return stepOf(plan, at.step)?.pieces.find(({ piece }) => piece.index === at.piece);
}

/** What a place is called: the title of the piece if it has one, else of the step. */
export function titleAt(plan: Pick<Plan, 'steps'>, at: PieceKey): string {
  return pieceOf(plan, at)?.title ?? stepOf(plan, at.step)?.step.title ?? at.step;
}
