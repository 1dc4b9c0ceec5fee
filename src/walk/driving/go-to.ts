import { pieceState } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import type { Turn } from './conversation.ts';
import { choose, reopenChoice, toldChoice } from './choosing.ts';
import { type Plan, stepOf } from '../../plan/index.ts';
import type { At } from '../prompts/index.ts';
import { choicesBefore, keyOf, nextStop, places } from '../route.ts';
import type { Trip } from './trip.ts';
import { between, type Goal, goalOf, spokenName } from './turns.ts';

/** Takes the walk to another place: what lies between is left out, choices included, or asked again. */
export function goTo({ session, options, again: asked, passedOver }: Trip, turn: Extract<Turn, { kind: 'go-to' }>): void {
  const goal = goalOf(session.plan, turn);
  if ('status' in goal) return;
  const who = options.operator;
  const why = `went to "${spokenName(session.plan, turn.place)}"`;
  if (goal.request !== null) {
    session.replan(goal.request);
    toldChoice(session, { name: goal.section ?? turn.place, choice: goal.section }, who);
  }
  for (const group of choicesAfter(session, goal)) reopenChoice(session, group, who);
  for (const section of broughtInAfter(session, goal)) leaveOut(session, section, who, why);
  const { skip, again } = between(session.plan, session, asked, goal);
  for (const at of skip) {
    session.skip(at.step, at.piece, why);
    passedOver.add(keyOf(at));
  }
  for (const group of choicesPassed(session, goal, options.unattended === null)) choose(session, group, null, who, why);
  asked.clear();
  for (const at of again) asked.add(keyOf(at));
}

/** Asks again for what was passed over and lies ahead once more, whatever led back: another go-to, or an answer that was changed. */
export function askPassedOver({ session, options, again, passedOver }: Trip): void {
  const { plan, state } = session;
  const stop = passedOver.size === 0 ? null : nextStop(plan, state, again, options.unattended === null);
  if (stop?.kind !== 'piece') return;
  const all = places(plan);
  const here = all.findIndex((at) => keyOf(at) === keyOf(stop));
  for (const at of all.slice(here + 1)) if (passedOver.has(keyOf(at)) && isSkipped(state, at)) again.add(keyOf(at));
}

/** Says in the journal what is asked for again, so that a run that is killed and resumed asks it too. */
export function keepAgain({ session, again }: Trip): void {
  const { plan, state } = session;
  if (again.size === 0 && state.again.length === 0) return;
  const asked = places(plan).filter((at) => again.has(keyOf(at)));
  const known = new Set(state.again.map(keyOf));
  if (asked.length === known.size && asked.every((at) => known.has(keyOf(at)))) return;
  session.record({ type: 'note', level: 'info', text: askedAgain(plan, asked), again: asked });
}

function askedAgain(plan: Plan, [first, ...more]: readonly At[]): string {
  if (first === undefined) return 'nothing is asked again';
  const name = `"${spokenName(plan, first.step)}"`;
  return more.length === 0 ? `asked again: ${name}` : `asked again: ${name} and ${more.length} more`;
}

function isSkipped(state: RunSession['state'], at: At): boolean {
  return state.steps[at.step]?.skipped != null || pieceState(state, at)?.skipped != null;
}

/** Choices that would still be asked on the way. */
function choicesPassed({ plan }: RunSession, { at, choice }: Goal, attended: boolean): readonly number[] {
  const last = plan.steps.at(-1)?.step.id ?? '';
  return choicesBefore(plan, at?.step ?? last, attended).filter((group) => choice === null || group < choice);
}

/** Choices at the place and after it of which none was wanted: what lies ahead once more is asked once more. */
function choicesAfter({ plan }: RunSession, { at, choice }: Goal): readonly number[] {
  const from = choice === null ? stepOf(plan, at?.step ?? '')?.step.span.start.offset : plan.alternatives[choice]?.group.span.start.offset;
  return (plan.request.declined ?? []).filter((index) => from !== undefined && (plan.alternatives[index]?.group.span.start.offset ?? -1) >= from);
}

/** Sections after the place that only an earlier `go-to` brought in: what "If it fails" holds must not become the next step once all went well. */
function broughtInAfter({ plan, state }: RunSession, { at }: Goal): readonly string[] {
  const from = stepOf(plan, at?.step ?? '')?.step.span.start.offset ?? Infinity;
  const others = new Set([...(state.started?.sections ?? []), ...plan.alternatives.flatMap(({ labels }) => labels)]);
  return plan.request.sections.filter((heading) => !others.has(heading) && plan.runbook.sections.some((section) => section.heading === heading && section.headingSpan.start.offset > from));
}

function leaveOut(session: RunSession, heading: string, who: string, reason: string): void {
  const { request } = session.plan;
  session.replan({ ...request, sections: request.sections.filter((each) => each !== heading) });
  toldChoice(session, { name: heading, choice: null, reason, leftOut: true }, who);
}
