import { type DoubtSettled, type ExpectationChecked, type PieceState, pieceState, type RunState } from '../events/index.ts';
import { pieceOf, type Plan, stepOf, titleAt } from '../plan/index.ts';

/** The answers that can be changed: values, choices among alternatives (including "none of them"), settled doubts, and checks by eye. */
interface AnswersGiven {
  readonly values: Plan['parameters'];
  readonly choices: Plan['alternatives'];
  readonly doubts: readonly GivenDoubt[];
  readonly checks: readonly GivenCheck[];
}

/** A settled doubt about a piece that has not run. */
export interface GivenDoubt {
  /** As `change` and `--settle` take it: `steps-2.0/conditional`. */
  readonly name: string;
  readonly settled: DoubtSettled;
  /** Title of the piece, or of its step. */
  readonly title: string;
}

/** A check that a person has judged, and nobody accepted. */
interface GivenCheck {
  /** As `change` takes it: `verify-1.0/check-0`. */
  readonly name: string;
  readonly check: ExpectationChecked;
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
    checks: Object.values(state.steps).flatMap(({ id, pieces }) => Object.values(pieces).flatMap((piece) => givenChecks(plan, id, piece))),
  };
}

/** What an author or a team settled is theirs to change. */
function givenDoubt(plan: Plan, state: Pick<RunState, 'steps'>, settled: DoubtSettled): readonly GivenDoubt[] {
  const { step, piece, doubt, by } = settled;
  const planned = stepOf(plan, step);
  const own = pieceOf(plan, settled);
  const isOpen = (pieceState(state, settled)?.attempt ?? 0) === 0;
  if ((by !== 'operator' && by !== 'caller') || planned?.included !== true || own === undefined || !isOpen) return [];
  return [{ name: `${step}.${piece}/${doubt}`, settled, title: titleAt(plan, settled) }];
}

/** What was judged of the latest attempt, where that still counts. */
function givenChecks(plan: Plan, step: string, { index, skipped, again, expectations }: PieceState): readonly GivenCheck[] {
  const planned = stepOf(plan, step);
  if (planned?.included !== true || skipped !== null || again) return [];
  const title = titleAt(plan, { step, piece: index });
  return expectations.filter(({ who, accepted, status }) => who !== undefined && accepted === undefined && status !== 'unverified').map((check) => ({ name: `${step}.${index}/check-${check.index}`, check, title }));
}
