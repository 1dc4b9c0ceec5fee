import { answersBeforehand, type Doubt, type DoubtAnswer } from '../../model/index.ts';
import { unknownName } from '../problems.ts';
import type { PlannedStep, PlanProblem, Settlement } from '../types.ts';
import { describeSettlement } from './settlement.ts';

/** A doubt and its place. */
interface Place {
  readonly step: string;
  readonly piece: number;
  readonly doubt: Doubt;
}

/** The steps as the caller's `--settle` leaves them. Each settlement must match one open doubt, or one that is about a whole block. */
export function settleByCaller(settlements: readonly Settlement[], steps: readonly PlannedStep[]): { readonly steps: readonly PlannedStep[]; readonly problems: readonly PlanProblem[] } {
  const problems: PlanProblem[] = [];
  let settled = steps;
  const given = new Set<string>();
  for (const settlement of settlements) {
    const name = describeSettlement({ ...settlement, answer: 'run' });
    const places = matches(steps, settlement);
    const problem = given.has(name) ? wrong(settlement, 'it is given twice', 'give it once') : problemOf(settlement, steps, places);
    given.add(name);
    if (problem !== null) problems.push(problem);
    else settled = settled.map((step) => (step.step.id === settlement.step ? settleStep(step, places, settlement) : step));
  }
  return { steps: settled, problems };
}

function matches(steps: readonly PlannedStep[], { step: id, piece, doubt }: Settlement): readonly Place[] {
  return steps.filter(({ step }) => step.id === id).flatMap(({ pieces }) =>
    pieces.flatMap(({ piece: { index }, doubts }) => doubts.filter(({ kind, settledBy }) => settledBy === null && (doubt === null || kind === doubt) && (piece === null || piece === index)).map((found): Place => ({ step: id, piece: index, doubt: found }))),
  );
}

function settleStep(planned: PlannedStep, places: readonly Place[], { answer }: Settlement): PlannedStep {
  const pieces = planned.pieces.map((piece) => ({
    ...piece,
    doubts: piece.doubts.map((doubt): Doubt => (places.some((place) => place.piece === piece.piece.index && place.doubt.kind === doubt.kind) ? { ...doubt, settledBy: 'caller', answer } : doubt)),
  }));
  return { ...planned, pieces };
}

function problemOf(settlement: Settlement, steps: readonly PlannedStep[], places: readonly Place[]): PlanProblem | null {
  const { step: id, answer } = settlement;
  const planned = steps.find(({ step }) => step.id === id);
  if (planned === undefined) return unknownName('settle', `--settle ${describeSettlement(settlement)}`, 'no such step', id, steps.map(({ step }) => step.id), 'steps');
  if (!planned.included) return wrong(settlement, `the step is out: ${planned.reason}`, 'settle steps that are in the plan');
  const [first] = places;
  if (first === undefined) return wrong(settlement, 'nothing is open there', openWords(steps));
  const different = places.filter(({ doubt }) => doubt.kind !== first.doubt.kind || !(doubt.block && first.doubt.block));
  if (places.length > 1 && different.length > 0) return wrong(settlement, `${places.length} open doubts match it`, `name one: ${places.map((place) => proposal(place, answer)).join(', ')}`);
  const answers = answersBeforehand(first.doubt);
  if (!answers.includes(answer)) return wrong(settlement, `a doubt "${first.doubt.kind}" does not take "${answer}"`, `it takes ${answers.join(', ')}`);
  return null;
}

/** How to settle it: with the answer that was given, or, where it does not take that, with one of its own. */
function proposal(place: Place, given: DoubtAnswer): string {
  const answers = answersBeforehand(place.doubt);
  const name = `${place.step}.${place.piece}/${place.doubt.kind}`;
  return `${name}=${answers.includes(given) ? given : answers.join('|')}`;
}

function openWords(steps: readonly PlannedStep[]): string {
  const open = steps.filter(({ included }) => included).flatMap(({ step, pieces }) => pieces.flatMap(({ piece, doubts }) => doubts.filter(({ settledBy }) => settledBy === null).map(({ kind }) => `${step.id}.${piece.index}/${kind}`)));
  return open.length === 0 ? 'the runbook leaves nothing open' : `open are: ${open.slice(0, 6).join(', ')}`;
}

function wrong(settlement: Settlement, why: string, advice: string): PlanProblem {
  return { kind: 'settle', what: `--settle ${describeSettlement(settlement)}`, why, advice };
}
