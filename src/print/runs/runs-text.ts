import { confirmedWhere } from '../confirmed-where.ts';
import { isSettled, outcomeSentence, shortcomings } from '../../events/index.ts';
import type { PieceState, RunState, StoredParameter } from '../../events/index.ts';
import { visibleData, visibleLine } from '../../model/index.ts';
import { exactDuration } from '../durations.ts';

/** A run, and whether a process of it is still there. */
export interface ListedRun {
  readonly state: RunState;
  readonly alive: boolean;
  /** It can be resumed, and what its steps set in the shell is gone. */
  readonly shellGone?: boolean;
}

/** How a run stands, in one word. */
export function runStatus({ state, alive }: ListedRun): 'running' | 'interrupted' | 'passed' | 'failed' | 'aborted' {
  return state.status === 'running' ? (alive ? 'running' : 'interrupted') : state.status;
}

/** The runs of this machine as a table, newest first, and below it those whose journal cannot be read. */
export function runsText(runs: readonly ListedRun[], unreadable: readonly { readonly id: string; readonly path: string; readonly reason: string }[] = []): string {
  return `${table(runs, unreadable.length > 0)}${unreadable.map(({ id, path, reason }) => `${id}  unreadable  ${visibleLine(`${path}: ${reason}`)}\n`).join('')}`;
}

function table(stored: readonly ListedRun[], others: boolean): string {
  const runs = visibleData(stored);
  if (runs.length === 0) return others ? '' : 'No runs on this machine.\n';
  const rows = runs.map((run) => [run.state.id, runStatus(run), run.state.started?.target ?? '', run.state.started?.operator ?? '', run.state.durationMs === null ? '' : exactDuration(run.state.durationMs), visibleLine(run.state.started?.title ?? run.state.started?.runbook ?? '')]);
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const gone = runs.filter(({ shellGone }) => shellGone === true).map(({ state }) => `${state.id}: ${GONE}\n`);
  return `${rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ').trimEnd()).join('\n')}\n${gone.join('')}`;
}

const GONE = 'what its steps set in the shell is gone: it is kept for a day';

/** One run for a person: what it was, each piece's state, its notes. */
export function runText(stored: ListedRun): string {
  const run = visibleData(stored);
  const { state } = run;
  const { started } = state;
  return [
    visibleLine(started?.title ?? started?.runbook ?? state.id),
    `run ${state.id}, ${runStatus(run)}${state.reason === '' ? '' : `: ${state.reason}`}`,
    `${visibleLine(started?.runbook ?? '')}${started?.target == null ? '' : ` on ${started.target}`}, by ${started?.operator ?? 'unknown'}, from ${started?.time ?? ''}${state.durationMs === null ? '' : `, ${exactDuration(state.durationMs)}`}`,
    ...Object.entries(state.parameters).map(([name, parameter]) => `${name} = ${parameter.value} (${parameterOrigin(parameter)})`),
    ...(state.counts === null || shortcomings(state.counts) === '' ? [] : [outcomeSentence(state.status === 'running' ? 'left' : state.status, state.counts)]),
    '',
    ...Object.values(state.steps).flatMap((step) => [`${step.id}: ${step.title}${step.skipped === null ? '' : ` (skipped: ${step.skipped.reason})`}`, ...Object.values(step.pieces).map((piece) => `  ${pieceLine(piece, run.alive)}`)]),
    ...decisionLines(state),
    ...state.notes.map(({ time, text, level }) => `${time} ${level === 'operator' ? 'note' : level}: ${text}`),
    ...(run.shellGone === true ? [GONE] : []),
    ...(state.history === null ? [] : ['', `history row ${state.history.status}: ${state.history.row}`]),
    ...(['interrupted', 'aborted'].includes(runStatus(run)) ? ['', `Resume with: runbook resume ${state.id}`] : []),
    '',
  ].join('\n');
}

function parameterOrigin({ source, who, earlier }: StoredParameter): string {
  return `${source}${who === null ? '' : ` of ${who}`}${earlier.length === 0 ? '' : `, was ${earlier.join(', ')}`}`;
}

/** Who settled, confirmed and judged what. */
function decisionLines({ doubts, confirmed, steps }: RunState): string[] {
  const checks = Object.values(steps).flatMap(({ id, pieces }) => Object.values(pieces).flatMap(({ expectations }) => expectations.map((check) => ({ id, check }))));
  return [
    ...doubts.map(({ step, doubt, text, answer, who, by, reason }) => `${step}: ${doubt} "${text}" settled as ${answer} by ${who ?? by}${reason === undefined ? '' : `: ${reason}`}`),
    ...confirmed.map((event) => `${event.step}: confirmed with ${event.word} ${confirmedWhere(event)}: ${event.why}`),
    ...checks.flatMap(({ id, check: { text, status, who, accepted } }) => (who === undefined ? [] : [`${id}: ${text} ${accepted === undefined ? `judged by eye by ${who}: ${status}` : `accepted by ${who}: ${accepted}`}`])),
  ];
}

function pieceLine(piece: PieceState, alive: boolean): string {
  const first = piece.code.split('\n').find((line) => line.trim() !== '' && !line.trim().startsWith('#')) ?? '';
  const state = piece.status === 'running' && !alive ? 'interrupted' : piece.status;
  const accepted = piece.accepted === null ? '' : `, accepted: ${piece.accepted}`;
  const why = piece.skipped === null ? '' : ` (${piece.skipped.reason})`;
  return `${isSettled(piece) ? ' ' : '!'} ${state}${why}${accepted}${piece.attempt > 1 ? `, attempt ${piece.attempt}` : ''}${piece.finished === null ? '' : `, ${exactDuration(piece.finished.durationMs)}`}${piece.on === null ? '' : `, on ${piece.on}`}${first === '' ? '' : `  ${first.trim()}`}`;
}

/** The runs for a program. */
export function runsJson(runs: readonly ListedRun[]): readonly Record<string, unknown>[] {
  return runs.map((run) => {
    const { state } = run;
    return {
      id: state.id,
      status: runStatus(run),
      reason: state.reason,
      runbook: state.started?.runbook ?? null,
      title: state.started?.title ?? null,
      target: state.started?.target ?? null,
      operator: state.started?.operator ?? null,
      startedAt: state.started?.time ?? null,
      finishedAt: state.finishedAt,
      durationMs: state.durationMs,
      parameters: Object.fromEntries(Object.entries(state.parameters).map(([name, { value }]) => [name, value])),
      history: state.history === null ? null : { row: state.history.row, status: state.history.status },
    };
  });
}
