import { hasRun, isSettled, type RunState } from '../events/index.ts';
import { isInside, isWithin, type Section } from '../model/index.ts';
import { type Plan, type PlannedStep, stepOf } from '../plan/index.ts';
import type { At, LeftOut } from './prompts/index.ts';

/** Where a walk stops next. */
export type Stop = ({ readonly kind: 'piece' } & At) | { readonly kind: 'alternative'; readonly group: number };

type Alternative = Plan['alternatives'][number];

/** Every place in the plan, in order; a manual step is one place. */
export function places(plan: Plan): readonly At[] {
  return plan.steps.filter(({ included }) => included).flatMap(placesOf);
}

/** Sections whose steps are all out, such as "If it fails", each with why its first one is: going to one brings it in. A way that was not chosen is none of them, because a choice is changed and not gone to. */
export function sectionsOut({ runbook, steps, alternatives }: Plan): readonly { readonly section: Section; readonly reason: string }[] {
  const ways = new Set(alternatives.flatMap(({ labels }) => labels));
  const bySection = Map.groupBy(steps, ({ step }) => step.section);
  return runbook.sections.flatMap((section) => {
    const [first, ...others] = bySection.get(section.index) ?? [];
    const isOut = first?.included === false && others.every(({ included }) => !included);
    return isOut && section.heading !== '' && !ways.has(section.heading) ? [{ section, reason: first.reason }] : [];
  });
}

/** Sections that are out because they are for a run that goes otherwise ("Troubleshooting", "If it fails"), and of which nothing ran before they were left out again. */
export function contingenciesLeft(plan: Plan, state: RunState): readonly LeftOut[] {
  const { runbook, steps } = plan;
  const ranIn = (section: number): boolean => steps.some(({ step }) => isWithin(runbook.sections, step.section, section) && hasRun(state, step.id));
  return sectionsOut(plan).flatMap(({ section: { role, index, heading, headingSpan } }) => (role === 'contingency' && !ranIn(index) ? [{ heading, line: headingSpan.start.line }] : []));
}

/** Sections whose parts are the ways of a choice of which nothing is in the plan: going to one asks it. */
export function sectionsOfChoices({ runbook, alternatives }: Plan): readonly Section[] {
  return alternatives.flatMap(({ group, chosen }) => (chosen.length > 0 || group.section === null ? [] : (runbook.sections[group.section] ?? []))).filter(({ heading }) => heading !== '');
}

function placesOf({ step, pieces }: PlannedStep): readonly At[] {
  return pieces.length === 0 ? [{ step: step.id, piece: 0 }] : pieces.map(({ piece }) => ({ step: step.id, piece: piece.index }));
}

/** A key for a place. */
export function keyOf({ step, piece }: At): string {
  return `${step}/${piece}`;
}

/** Whether the run is done with a place. `again` are places that were settled and have to be asked for once more. */
export function isDone(state: RunState, again: ReadonlySet<string>, at: At): boolean {
  // Most walks ask nothing again, and of thousands of places the key would be made for nothing.
  if (again.size > 0 && again.has(keyOf(at))) return false;
  const step = state.steps[at.step];
  return step?.skipped != null || isSettled(step?.pieces[at.piece]);
}

/** The steps of the plan of which something is still to be done. */
export function stepsLeft(plan: Plan, state: RunState): readonly PlannedStep[] {
  const again = new Set(state.again.map(keyOf));
  return plan.steps.filter((planned) => planned.included && placesOf(planned).some((at) => !isDone(state, again, at)));
}

/** The first place that is not done, or the choice that comes before it; `null` if all is done. A menu comes back only if a person answers. */
export function nextStop(plan: Plan, state: RunState, again: ReadonlySet<string>, attended: boolean): Stop | null {
  const open = openChoices(plan, attended);
  for (const planned of plan.steps) {
    const choice = choiceBefore(planned, open);
    if (choice !== undefined) return { kind: 'alternative', group: choice.index };
    const piece = planned.included ? openPieceOf(planned, state, again) : undefined;
    if (piece !== undefined) return { kind: 'piece', step: planned.step.id, piece };
  }
  const [last] = open.filter((group) => !holdsAnother(group, open));
  return last === undefined ? null : { kind: 'alternative', group: last.group.index };
}

/** Menus from which something was chosen, and that come back until the operator leaves them. */
export function menusToComeBack(plan: Plan): readonly Alternative[] {
  return openChoices(plan, true).filter(({ group, chosen }) => group.menu && chosen.length > 0);
}

/** The choices that have to be asked, in the order of the file. */
function openChoices(plan: Plan, attended: boolean): readonly Alternative[] {
  return plan.alternatives.filter((alternative) => isOpen(plan, alternative, attended));
}

/** A choice that is asked before a step. */
function choiceBefore(planned: PlannedStep, open: readonly Alternative[]): Alternative['group'] | undefined {
  if (open.length === 0) return undefined;
  const before = open.filter((alternative) => comesBefore(alternative, planned));
  return before.find((alternative) => !holdsAnother(alternative, before))?.group;
}

/** What was chosen from a menu may hold a choice of its own, which is asked before the menu comes back. */
function holdsAnother({ group: { index, span: own } }: Alternative, others: readonly Alternative[]): boolean {
  return others.some(({ group: { index: other, span } }) => {
    // Of two with one span only one holds the other, or neither would be asked.
    return isInside(span, own) && (!isInside(own, span) || other > index);
  });
}

/** The choices that would be asked before a step. */
export function choicesBefore(plan: Plan, step: string, attended: boolean): readonly number[] {
  const planned = stepOf(plan, step);
  return planned === undefined ? [] : openChoices(plan, attended).filter((alternative) => comesBefore(alternative, planned)).map(({ group }) => group.index);
}

/** A menu comes back only after all of its options: what was chosen from it runs first, wherever it stands among them. */
function comesBefore({ group: { span }, chosen }: Alternative, { step, included }: PlannedStep): boolean {
  const { offset } = step.span.start;
  if (offset >= span.end.offset) return true;
  return chosen.length === 0 && offset >= span.start.offset && !included;
}

/** The first piece of a step that the run is not done with. */
function openPieceOf({ step, pieces }: PlannedStep, state: RunState, again: ReadonlySet<string>): number | undefined {
  const { id } = step;
  if (pieces.length === 0) return isDone(state, again, { step: id, piece: 0 }) ? undefined : 0;
  return pieces.find(({ piece }) => !isDone(state, again, { step: id, piece: piece.index }))?.piece.index;
}

/** Whether a choice has to be asked: nothing is chosen, or it is a menu that was not left and has more to offer. */
function isOpen({ questions, request }: Plan, { group, chosen }: Alternative, attended: boolean): boolean {
  if (group.menu && chosen.length > 0) return attended && request.declined?.includes(group.index) !== true && chosen.length < group.choices.length;
  return questions.some((question) => question.kind === 'alternative' && question.group === group.index);
}

/** The number of a step among those in the plan, from 1, and their total. */
export function positionOf(plan: Plan, id: string): { readonly position: number; readonly of: number } {
  const planned = plan.steps.filter(({ included }) => included);
  return { position: planned.findIndex(({ step }) => step.id === id) + 1, of: planned.length };
}
