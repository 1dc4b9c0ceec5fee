import type { DoubtSettled, RunState } from '../events/index.ts';
import type { Plan } from '../plan/index.ts';
import { pieceOf, stepOf } from './route.ts';

/** The answers that can be changed: values, choices among alternatives (including "none of them"), and settled doubts. */
interface AnswersGiven {
  readonly values: Plan['parameters'];
  readonly choices: Plan['alternatives'];
  readonly doubts: readonly GivenDoubt[];
}

/** A settled doubt about a piece that has not run. */
export interface GivenDoubt {
  /** As `change` and `--settle` take it: `steps-2.0/conditional`. */
  readonly name: string;
  readonly settled: DoubtSettled;
  /** Title of the piece, or of its step. */
  readonly title: string;
}

/** The answers so far that the reply `change` can change. */
export function answersGiven(plan: Plan, state: Pick<RunState, 'doubts' | 'steps'>): AnswersGiven {
  const { parameters, alternatives, request } = plan;
  return {
    // The parameter for the target is left out, since the run keeps its target.
    values: parameters.filter(({ parameter: { column }, needed, value }) => needed && value !== null && column !== ''),
    choices: alternatives.filter(({ group, chosen }) => chosen.length > 0 || request.declined?.includes(group.index) === true),
    doubts: state.doubts.flatMap((settled) => givenDoubt(plan, state, settled)),
  };
}

/** What an author or a team settled is theirs to change. */
function givenDoubt(plan: Plan, { steps }: Pick<RunState, 'steps'>, settled: DoubtSettled): readonly GivenDoubt[] {
  const { step, piece, doubt, by } = settled;
  const planned = stepOf(plan, step);
  const own = pieceOf(plan, settled);
  const isOpen = (steps[step]?.pieces[piece]?.attempt ?? 0) === 0;
  if ((by !== 'operator' && by !== 'caller') || planned?.included !== true || own === undefined || !isOpen) return [];
  return [{ name: `${step}.${piece}/${doubt}`, settled, title: own.title ?? planned.step.title }];
}
