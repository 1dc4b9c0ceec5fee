import { foldAll, outcomeSentence, outcomeWord, type RunEvent } from '../../events/index.ts';
import { type PieceKey, visibleProse } from '../../model/index.ts';
import { attemptsOf } from './attempts.ts';
import { Gathering } from './gathering.ts';
import { sittingsOf } from './sittings.ts';
import { standingOfStep } from './standing.ts';
import type { Story } from './types.ts';

/** The titles of steps by id. */
export type StepTitles = ReadonlyMap<string, string>;

/** Makes the story of a run from its events, with or without output events. The titles are for steps that were never reached. */
export function tellStory(id: string, all: readonly RunEvent[], titles: StepTitles = new Map()): Story {
  const events = all.filter(({ type }) => type !== 'output');
  const state = foldAll(id, events);
  const attempts = attemptsOf(events);
  const gathering = new Gathering(attempts);
  for (const event of events) gathering.add(event);
  const { steps, happenings } = gathering;
  const starts = events.filter((event) => event.type === 'run-started');
  const come = new Set(steps.map(({ step }) => step));
  return {
    state,
    title: state.started?.title ?? state.started?.runbook ?? id,
    outcome: state.counts === null ? outcomeWord(state.status) : outcomeSentence(state.status, state.counts),
    operators: [...new Set(starts.map(({ operator }) => operator))],
    hosts: [...new Set(starts.map(({ host }) => host))],
    sittings: sittingsOf(events),
    steps: steps.map((step) => ({ ...step, number: numberOf(step, state.planned), standing: standingOfStep(step, state) })),
    notReached: state.planned.filter((step) => !come.has(step)).map((step) => ({ step, title: visibleProse(titles.get(step) ?? step), number: numberOf({ step, piece: 0 }, state.planned) })),
    happenings,
    messages: events.filter((event) => event.type === 'message-sent'),
    days: new Set(events.map(({ time }) => time.slice(0, 10))).size > 1,
    approvals: events.filter((event) => event.type === 'confirmed'),
    events,
    attempts,
  };
}

/** The number of a step in the plan, as the walk and reasons use it. */
function numberOf({ step, piece }: PieceKey, planned: readonly string[]): string {
  const position = planned.indexOf(step) + 1;
  return position === 0 ? '' : `${position}${piece === 0 ? '' : `.${piece + 1}`}`;
}
