import { foldAll, outcomeSentence } from '../../events/index.ts';
import type { RunEvent } from '../../events/index.ts';
import { attemptsOf } from './attempts.ts';
import { Gathering } from './gathering.ts';
import { sittingsOf } from './sittings.ts';
import { standingOfStep } from './standing.ts';
import type { Story } from './types.ts';

/** Tells a run from its events; output events need not be among them. */
export function tellStory(id: string, all: readonly RunEvent[]): Story {
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
    outcome: state.counts === null ? { running: 'Not finished', passed: 'Success', failed: 'Failed', aborted: 'Aborted' }[state.status] : outcomeSentence(state.status === 'running' ? 'left' : state.status, state.counts),
    operators: [...new Set(starts.map(({ operator }) => operator))],
    hosts: [...new Set(starts.map(({ host }) => host))],
    sittings: sittingsOf(events),
    steps: steps.map((step) => ({ ...step, standing: standingOfStep(step, state) })),
    notReached: state.planned.filter((step) => !come.has(step)),
    happenings,
    approvals: events.filter((event) => event.type === 'confirmed'),
    events,
    attempts,
  };
}
