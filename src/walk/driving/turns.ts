import { pieceState } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { type AlternativeGroup, isWithin, type Section } from '../../model/index.ts';
import { type Plan, type PlanRequest, planRun, stepOf } from '../../plan/index.ts';
import { type At, type CommonReply, ofProblem, type Refusal, refused, refusedValue, type Walk } from '../prompts/index.ts';
import { answersGiven, type GivenDoubt } from '../answers-given.ts';
import { isDone, keyOf, places } from '../route.ts';

type GoTo = Extract<CommonReply, { kind: 'go-to' }>;
/** The plan and what has happened. */
export type Standing = Pick<Walk, 'plan' | 'state'>;
type Change = Extract<CommonReply, { kind: 'change' }>;

/** Where `go-to` leads. */
export interface Goal {
  /** Of a choice what comes after it, `null` at the end of the plan. */
  readonly at: At | null;
  /** What brings the place into the plan; `null` where it is there. */
  readonly request: PlanRequest | null;
  /** The heading of the section that is brought in. */
  readonly section: string | null;
  /** Index of the choice that is to be asked. */
  readonly choice: number | null;
}

/** A step by its id, the choice that a section is about, or the first step of a section, which is brought in if it is not in the plan; or why there is none of them. */
export function goalOf(plan: Plan, { place, piece }: Pick<GoTo, 'place' | 'piece'>): Goal | Refusal {
  const own = placeIn(plan, place, piece);
  if (own !== null) return { at: own, request: null, section: null, choice: null };
  const step = stepOf(plan, place);
  const section = plan.runbook.sections.find((each) => isCalled(each, place)) ?? plan.runbook.sections[step?.step.section ?? -1];
  if (section === undefined) return refused(`there is no step or section ${place}`, 'name a step by its id, or a section by its heading');
  const around = step === undefined ? choiceIn(plan, section.index) : undefined;
  if (around !== undefined) return { at: firstAfter(plan, around), request: null, section: null, choice: around.index };
  if (plan.steps.every((planned) => !isWithin(plan.runbook.sections, planned.step.section, section.index))) return refused(`nothing in "${section.heading}" is run`, `it is to be read: line ${section.headingSpan.start.line}`);
  const request: PlanRequest = { ...plan.request, sections: [...plan.request.sections, section.heading] };
  const next = planRun(plan.runbook, request);
  const at = placeIn(next.plan, place, piece);
  if (at !== null && next.problems.length === 0) return { at, request, section: section.heading, choice: null };
  return refused(step === undefined ? `no step of "${section.heading}" can run` : `the step is out: ${step.reason}`, 'runbook show says why');
}

/** Whether a name is the heading of a section, or its anchor. */
export function isCalled({ heading, anchor }: Section, name: string): boolean {
  return heading !== '' && (heading === name || anchor === name.replace(/^#/, ''));
}

/** The choice among the parts of a section, of which nothing is in the plan. */
function choiceIn({ alternatives }: Plan, section: number): AlternativeGroup | undefined {
  return alternatives.find(({ group, chosen }) => group.section === section && chosen.length === 0)?.group;
}

function firstAfter(plan: Plan, { span }: AlternativeGroup): At | null {
  return places(plan).find(({ step }) => (stepOf(plan, step)?.step.span.start.offset ?? -1) >= span.start.offset) ?? null;
}

/** A step or section as a person calls it: by its title or heading. */
export function spokenName(plan: Plan, place: string): string {
  return stepOf(plan, place)?.step.title ?? plan.runbook.sections.find((section) => isCalled(section, place))?.heading ?? place;
}

/** The place that a name stands for, if it is in the plan. */
function placeIn(plan: Plan, name: string, piece: number | undefined): At | null {
  const sections = new Set(plan.runbook.sections.filter((each) => isCalled(each, name)).map(({ index }) => index));
  for (const { index, parent } of plan.runbook.sections) if (parent !== null && sections.has(parent)) sections.add(index);
  const all = places(plan);
  const ofStep = all.filter(({ step }) => step === name);
  if (ofStep.length > 0) return ofStep.find((at) => at.piece === (piece ?? 0)) ?? null;
  const inside = new Set(plan.steps.filter(({ step }) => sections.has(step.section)).map(({ step }) => step.id));
  return all.find(({ step }) => inside.has(step)) ?? null;
}

/** Handles the places between here and there: going forward they are skipped, going back those that ran are asked for again. */
export function between(plan: Plan, session: Pick<RunSession, 'state'>, again: ReadonlySet<string>, { at: goal, choice }: Pick<Goal, 'at' | 'choice'>): { readonly skip: readonly At[]; readonly again: readonly At[] } {
  const all = places(plan);
  const there = goal === null ? all.length : all.findIndex((at) => keyOf(at) === keyOf(goal));
  const open = all.findIndex((at) => !isDone(session.state, again, at));
  const here = open < 0 ? all.length : open;
  if (there > here) return { skip: all.slice(here, there).filter((at) => !isDone(session.state, new Set(), at)), again: goal !== null && choice === null && isDone(session.state, new Set(), goal) ? [goal] : [] };
  const ran = (at: At): boolean => (pieceState(session.state, at)?.attempt ?? 0) > 0;
  return { skip: [], again: all.slice(there, here).filter((at) => ran(at) || isDone(session.state, new Set(), at)) };
}

/** Why an answer cannot be changed in this way, or `null`. */
export function refusedChange({ plan, state }: Standing, change: Change): Refusal | null {
  if (change.of === 'target') return keepsTarget();
  if (change.of === 'doubt') return refusedReopening(answersGiven(plan, state).doubts, change);
  if (change.of === 'check') return refusedReopening(answersGiven(plan, state).checks, change);
  if (change.of === 'alternative') return plan.alternatives[Number(change.name)] === undefined ? refused(`there is no choice ${change.name}`, 'name it by its index') : changeProblem(plan, change);
  const known = plan.parameters.find(({ parameter }) => parameter.name === change.name);
  if (known === undefined) return refused(`there is no parameter ${change.name}`, `there are ${plan.parameters.map(({ parameter }) => parameter.name).join(', ') || 'none'}`);
  if (known.parameter.column === '' && plan.target !== null) return keepsTarget();
  if (change.value === null) return refused('a value is needed', 'give the new one');
  return refusedValue(plan, change.name, change.value);
}

function refusedReopening(given: readonly Pick<GivenDoubt, 'name'>[], { name, value, of }: Change): Refusal | null {
  if (value !== null) return refused(`a ${of} is answered where it is asked`, 'take its answer back first');
  if (given.some((each) => each.name === name)) return null;
  const none = of === 'doubt' ? 'what was settled has run, or nobody here settled it' : 'nobody judged it, or it was accepted or skipped';
  return refused(`no answer to ${name} can be taken back`, given.length === 0 ? none : `there are ${given.map((each) => each.name).join(', ')}`);
}

function keepsTarget(): Refusal {
  return refused('a run keeps the target that it was opened for', 'leave it, and run with the other --target');
}

function changeProblem(plan: Plan, change: Change): Refusal | null {
  const [problem] = planRun(plan.runbook, rechosen(plan, Number(change.name), change.value)).problems;
  return problem === undefined ? null : ofProblem(problem);
}

/** The request with another choice among alternatives; a menu keeps what was chosen from it. */
export function rechosen({ request, alternatives }: Plan, group: number, choice: string | null): PlanRequest {
  const { labels = [], group: { menu } = { menu: false } } = alternatives[group] ?? {};
  const sections = request.sections.filter((section) => section !== choice && (menu || !labels.includes(section)));
  const declined = (request.declined ?? []).filter((index) => index !== group);
  return choice === null ? { ...request, sections, declined: [...declined, group] } : { ...request, sections: [...sections, choice], declined };
}

/** The pieces that ran with the value of a parameter, and the checks that ran after the first of them that acts, since they saw what it did; in order. */
export function ranWith(plan: Plan, { state }: Pick<RunSession, 'state'>, parameter: string): readonly At[] {
  const ran: At[] = [];
  let acted = false;
  for (const planned of plan.steps) {
    const { step, pieces, parameters } = planned;
    if (pieces.length === 0 && acted && checksByHand(planned) && hasRunAt({ step: step.id, piece: 0 })) ran.push({ step: step.id, piece: 0 });
    for (const piece of pieces) {
      const { index, effect: { effect } } = piece.piece;
      const own = parameters.includes(parameter) && uses(piece, parameter);
      const at = { step: step.id, piece: index };
      if (!hasRunAt(at) || !(own || (acted && looks(planned, piece)))) continue;
      ran.push(at);
      acted ||= effect !== 'reads';
    }
  }
  return ran;

  function hasRunAt(at: At): boolean {
    return (pieceState(state, at)?.attempt ?? 0) > 0;
  }
}

/** Whether a piece is a look at how things are: it only reads and something is expected of it, or it is one of the checks and not known to act. */
function looks({ step }: Plan['steps'][number], { piece, expectations }: Plan['steps'][number]['pieces'][number]): boolean {
  const { effect } = piece.effect;
  return step.role === 'verification' ? effect === 'reads' || effect === 'unknown' : effect === 'reads' && expectations.length > 0;
}

function checksByHand({ step, expectations }: Plan['steps'][number]): boolean {
  return step.role === 'verification' || expectations.length > 0;
}

function uses({ replaced, environment, expectations }: Plan['steps'][number]['pieces'][number], parameter: string): boolean {
  const inCode = replaced.some(({ name, because }) => because === 'parameter' && name === parameter);
  const slots = expectations.flatMap(({ expectation }) => expectation.parts.flatMap((part) => part.slots));
  return inCode || Object.hasOwn(environment, parameter) || slots.some((slot) => slot.kind === 'parameter' && slot.parameter === parameter);
}
