import type { RunEvent, StepStarted } from '../../events/index.ts';
import type { OutputEnds } from '../../state/index.ts';
import { jsonText } from '../formats/json-text.ts';
import type { Attempt, ReadOutput } from './attempts.ts';
import { outputShare } from './output-share.ts';
import { type StepTitles, tellStory } from './story.ts';
import { summaryOf } from './summary.ts';
import type { Moment, StoryStep } from './types.ts';

/** The report of a run for a program, in the order of the page. */
export function reportJson(run: string, events: readonly RunEvent[], read: ReadOutput, titles: StepTitles): string {
  const story = tellStory(run, events, titles);
  const { state } = story;
  const { started, history } = state;
  const most = outputShare(story.attempts, read);
  const budgetMs = started?.budgetSeconds == null ? null : started.budgetSeconds * 1000;
  const report = {
    id: run,
    status: state.status === 'running' ? 'not finished' : state.status,
    outcome: story.outcome,
    reason: state.reason,
    counts: state.counts,
    summary: summaryOf(story),
    runbook: started?.runbook ?? null,
    title: started?.title ?? null,
    target: started?.target ?? null,
    operators: story.operators,
    hosts: story.hosts,
    mode: started?.mode ?? null,
    startedAt: started?.time ?? null,
    finishedAt: state.finishedAt,
    durationMs: state.durationMs,
    budgetMs,
    overBudget: state.durationMs === null || budgetMs === null ? null : state.durationMs > budgetMs,
    sittings: story.sittings.map(({ from, to, ...who }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...who })),
    parameters: Object.fromEntries(Object.entries(state.parameters).map(([name, { value, source, who, earlier }]) => [name, { value, source, who, earlier }])),
    approvals: story.approvals.map(withoutRun),
    steps: story.steps.map((step) => stepJson(step, (attempt) => read(attempt, most))),
    notReached: story.notReached,
    happenings: story.happenings.map(withoutRun),
    messages: story.messages.map(withoutRun),
    history: history === null ? null : { row: history.row, status: history.status },
  };
  return `${jsonText(report, 2)}\n`;
}

type ReadShare = (attempt: StepStarted) => OutputEnds;

function stepJson({ moments, ...step }: StoryStep, read: ReadShare): object {
  return { ...step, moments: moments.map((moment) => momentJson(moment, read)) };
}

function momentJson(moment: Moment, read: ReadShare): object {
  return moment.type === 'attempt' ? attemptJson(moment.attempt, read) : withoutRun(moment);
}

function attemptJson({ started, finished, checks }: Attempt, read: ReadShare): object {
  const { start, left, end, path } = read(started);
  return {
    type: 'attempt',
    attempt: started.attempt,
    startedAt: started.time,
    kind: started.kind,
    code: started.code,
    original: started.original ?? null,
    status: finished?.status ?? 'not finished',
    exitCode: finished?.exitCode ?? null,
    signal: finished?.signal ?? null,
    durationMs: finished?.durationMs ?? null,
    reason: finished?.reason ?? null,
    accepted: finished?.accepted ?? null,
    who: finished?.who ?? null,
    checks: checks.map(({ text, kind, status, reason, seen, accepted = null, who = null }) => ({ text, kind, status, reason, seen, accepted, who })),
    output: left === 0 ? { text: start } : { start, leftOutBytes: left, end, path },
  };
}

function withoutRun<E extends { readonly run: string }>({ run: _run, ...event }: E): Omit<E, 'run'> {
  return event;
}
