import { DONE_BY_HAND, type DoubtSettled, type ExpectationChecked, type RunEvent, type RunFinished, type RunStarted, type StepSkipped } from '../../events/index.ts';
import { cutWords } from '../../model/index.ts';
import type { NotRun, OutcomeFacts, RowFacts } from '../types.ts';

/** The facts that the events of a run do not contain. */
interface BesideRun {
  /** Cells of the target's inventory row, by column. */
  readonly targetRow: Readonly<Record<string, string>>;
  readonly record: Readonly<Record<string, string>>;
  readonly report: string | null;
  /** The end of a run that is just being closed, since its events do not have one yet. */
  readonly now: Date;
}

/** The facts for a run's history row, read from its events; for a resumed run, the first start counts. */
export function runFacts(events: readonly RunEvent[], beside: BesideRun): RowFacts {
  const started = events.find((event): event is RunStarted => event.type === 'run-started');
  const finished = events.findLast((event): event is RunFinished => event.type === 'run-finished');
  return {
    startedAt: started === undefined ? beside.now : new Date(started.time),
    finishedAt: finished === undefined ? beside.now : new Date(finished.time),
    durationMs: finished?.durationMs ?? null,
    operator: operatorsOf(events).join(', '),
    target: started?.target ?? null,
    targetRow: beside.targetRow,
    outcome: outcomeOf(events, finished),
    parameters: parametersOf(events),
    record: beside.record,
    report: beside.report,
  };
}

/** The facts of a row for which there is no run. */
export function factsByHand({ operator, target, record }: Pick<RowFacts, 'operator' | 'target' | 'record'>): RowFacts {
  const now = new Date();
  return { startedAt: now, finishedAt: now, durationMs: null, operator, target, targetRow: {}, outcome: null, parameters: {}, record, report: null };
}

/** Everybody who drove a part of it, in order. */
function operatorsOf(events: readonly RunEvent[]): readonly string[] {
  return [...new Set(events.flatMap((event) => (event.type === 'run-started' ? [event.operator] : [])))];
}

function parametersOf(events: readonly RunEvent[]): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'parameter-set' && !event.secret) values.set(event.name, event.value);
  }
  return Object.fromEntries(values);
}

function outcomeOf(events: readonly RunEvent[], finished: RunFinished | undefined): OutcomeFacts {
  const checks = lastChecks(events);
  return {
    status: finished?.status ?? 'aborted',
    reason: finished?.reason ?? '',
    resumed: events.slice(0, events.findLastIndex(({ type }) => type === 'run-started')).some(({ type }) => type === 'history-recorded'),
    held: checks.filter(({ status, who }) => status === 'held' && who === undefined).map(({ text }) => text),
    unverified: checks.filter(({ status }) => status === 'unverified').map(({ text }) => text),
    accepted: acceptedOf(events, checks),
    notRun: events.flatMap((event, i) => (event.type === 'step-skipped' && event.by !== 'plan' && !isPast(event, events.slice(i + 1)) ? [skipped(event, events.slice(0, i))] : [])),
    gates: gatesPassed(events),
    notes: events.flatMap((event) => (event.type === 'note' && event.level === 'operator' ? [event.text] : [])),
    byEye: checks.flatMap(({ status, text, who }) => (status === 'held' && who !== undefined ? [`${text} (${who})`] : [])),
    confirmedBy: confirmedIn(events, 'operator'),
    approvedIn: confirmedIn(events, 'client'),
    approvedBy: confirmedIn(events, 'approver'),
    counts: finished?.counts ?? null,
  };
}

/** Of an order, the cell has room for its first words. */
const LONGEST_GATE = 60;

/** Orders of the text that a person, or the caller by an option, said are met; a step by hand that was done is told as nothing special. */
function gatesPassed(events: readonly RunEvent[]): readonly string[] {
  const passed = events.flatMap((event, i) => (event.type === 'doubt-settled' && event.doubt === 'gate' && event.answer === 'passed' && (event.by === 'operator' || event.by === 'caller') && event.reason !== DONE_BY_HAND && !isAnsweredAnew(event, events.slice(i + 1)) ? [event] : []));
  return [...new Set(passed.map(({ text, reason, by }) => `"${cutWords(text, LONGEST_GATE)}" (${reason ?? (by === 'caller' ? 'said beforehand' : 'no reason given')})`))];
}

/** Whether the answer was given again in another way, or taken back before anything ran on it. */
function isAnsweredAnew({ step, piece, doubt, text }: DoubtSettled, later: readonly RunEvent[]): boolean {
  const isIts = (event: RunEvent): boolean => 'piece' in event && event.step === step && event.piece === piece;
  const ran = later.findIndex((event) => event.type === 'step-started' && isIts(event));
  const takenBack = ran < 0 ? later : later.slice(0, ran);
  const isSame = (event: RunEvent): boolean => (event.type === 'doubt-settled' || event.type === 'doubt-reopened') && isIts(event) && event.doubt === doubt && event.text === text;
  return later.some((event) => event.type === 'doubt-settled' && isSame(event)) || takenBack.some(isSame);
}

function confirmedIn(events: readonly RunEvent[], by: 'operator' | 'client' | 'approver'): readonly string[] {
  return [...new Set(events.flatMap((event) => (event.type === 'confirmed' && event.by === by ? [event.who] : [])))];
}

/** Failed checks, and pieces that failed only by their exit status. */
function acceptedOf(events: readonly RunEvent[], checks: readonly ExpectationChecked[]): readonly string[] {
  const ofChecks = checks.flatMap(({ status, accepted, text }) => (status === 'failed' && accepted !== undefined ? [`${text} (${accepted})`] : []));
  const withCheck = new Set(checks.filter(({ status, accepted }) => status === 'failed' && accepted !== undefined).map(({ step, piece }) => `${step}/${piece}`));
  const ofPieces = events.flatMap((event, i) => (event.type === 'step-finished' && event.accepted !== undefined && !isPast(event, events.slice(i + 1)) && !withCheck.has(`${event.step}/${event.piece}`) ? [`${titleOf(event, events)} (${event.accepted})`] : []));
  return [...ofChecks, ...new Set(ofPieces)];
}

/** Whether a later event replaced this one: a skipped place ran after all, or was skipped again for another reason. */
function isPast({ step, piece }: Pick<StepSkipped, 'step' | 'piece'>, later: readonly RunEvent[]): boolean {
  return later.some((event) => (event.type === 'step-finished' || event.type === 'step-skipped') && event.step === step && (piece === null || event.piece === null || event.piece === piece));
}

/** A piece of a step may have a title of its own; one that was never begun is called as the step's first is. */
function titleOf({ step, piece }: Pick<StepSkipped, 'step' | 'piece'>, events: readonly RunEvent[]): string {
  const title = startedTitle(step, events, piece) ?? startedTitle(step, events);
  return title === null ? `step ${step}` : `"${title}"`;
}

function startedTitle(step: string, events: readonly RunEvent[], piece: number | null = null): string | null {
  const started = events.find((other) => other.type === 'step-started' && other.step === step && (piece === null || other.piece === piece));
  return started?.type === 'step-started' ? started.title : null;
}

/** If a check was repeated, only the last time counts. */
function lastChecks(events: readonly RunEvent[]): readonly ExpectationChecked[] {
  const checks = new Map<string, ExpectationChecked>();
  for (const event of events) {
    // They are listed between commas.
    if (event.type === 'expectation') checks.set(`${event.step}/${event.piece}/${event.index}`, { ...event, text: event.text.replace(/\.$/, '') });
  }
  return [...checks.values()];
}

/** The name of a skipped check or step: a host that does not belong to the target, for a deed with the step's title, else that or its id. */
function skipped(event: StepSkipped, before: readonly RunEvent[]): NotRun {
  const host = event.by === 'unbound-host' ? /(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d+)?/i.exec(event.reason)?.[0] : undefined;
  const title = event.title === undefined ? titleOf(event, before) : `"${event.title}"`;
  const isOfStep = event.title === undefined || event.title === (startedTitle(event.step, before) ?? event.title);
  const last = before.findLast((other) => other.type === 'step-finished' && other.step === event.step && other.piece === (event.piece ?? 0));
  const failed = last?.type === 'step-finished' && last.status === 'failed';
  const named = event.piece !== null && event.piece > 0 && isOfStep ? `part ${event.piece + 1} of ${title}` : title;
  const acts = event.effect !== undefined && event.effect !== 'reads';
  const atHost = acts ? `${named} at ${host ?? ''}` : `check of ${host ?? ''}`;
  const what = host === undefined ? named : atHost;
  const why = event.by === 'unbound-host' ? 'unbound host' : event.reason || 'skipped';
  return { what, why, ...(failed ? { failed } : {}), ...(acts ? { acts } : {}) };
}
