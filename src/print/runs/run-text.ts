import { isSettled, type PieceState, type RunEvent, type RunState, type StoredParameter } from '../../events/index.ts';
import { firstCodeLine, visibleData, visibleLine } from '../../model/index.ts';
import { confirmedWhere } from '../events/confirmed-where.ts';
import { settlerWords } from '../words/doubt-words.ts';
import { exactDuration } from '../words/durations.ts';
import { type StepTitles, summaryOf, tellStory } from '../report/index.ts';
import type { Paint } from '../layout/style.ts';
import { wrapText } from '../layout/wrap.ts';
import { type ListedRun, runStatus, SHELL_GONE, STATUS_STYLES } from './listed-run.ts';

/** How a run is told; without a width nothing is folded. */
interface RunLook {
  readonly paint: Paint;
  readonly width: number | undefined;
}

/** A run for a person: what it was, the state of each piece, and its notes. Commands, paths and the row stay whole. */
export function runText(stored: ListedRun, events: readonly RunEvent[], { paint, width }: RunLook, titles: StepTitles): string {
  const words = (line: string): readonly string[] => (width === undefined ? [line] : wrapText(line, width, '  '));
  const run = visibleData(stored);
  const { state } = run;
  const { started } = state;
  const story = tellStory(state.id, visibleData(events), titles);
  return [
    paint('bold', visibleLine(started?.title ?? started?.runbook ?? state.id)),
    `${paint(STATUS_STYLES[runStatus(run)], runStatus(run) === 'running' ? 'Running' : story.outcome)} · run ${state.id}`,
    ...summaryOf(story).flatMap(words),
    `${visibleLine(started?.runbook ?? '')}${started?.target == null ? '' : ` on ${started.target}`}, by ${started?.operator ?? 'unknown'}, from ${started?.time ?? ''}${state.durationMs === null ? '' : `, ${exactDuration(state.durationMs)}`}`,
    ...Object.entries(state.parameters).map(([name, parameter]) => `${name} = ${parameter.value} (${parameterOrigin(parameter)})`),
    '',
    ...Object.values(state.steps).flatMap((step) => [...words(`${step.id}: ${step.title}${step.skipped === null ? '' : ` (skipped: ${step.skipped.reason})`}`), ...Object.values(step.pieces).map((piece) => `  ${pieceLine(piece, run.alive)}`)]),
    ...decisionLines(state).flatMap(words),
    ...state.notes.flatMap(({ time, text, level }) => words(`${time} ${level === 'operator' ? 'note' : level}: ${text}`)),
    ...(run.shellGone === true ? [SHELL_GONE] : []),
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
    ...doubts.map(({ step, doubt, text, answer, reason, ...settled }) => `${step}: ${doubt} "${text}" settled as ${answer} by ${settlerWords(settled)}${reason === undefined ? '' : `: ${reason}`}`),
    ...confirmed.map((event) => `${event.step}: confirmed with ${event.word} ${confirmedWhere(event)}: ${event.why}`),
    ...checks.flatMap(({ id, check: { text, status, who, accepted } }) => (who === undefined ? [] : [`${id}: ${text} ${accepted === undefined ? `judged by eye by ${who}: ${status}` : `accepted by ${who}: ${accepted}`}`])),
  ];
}

function pieceLine(piece: PieceState, alive: boolean): string {
  const first = firstCodeLine(piece.code);
  const state = piece.status === 'running' && !alive ? 'interrupted' : piece.status;
  const accepted = piece.accepted === null ? '' : `, accepted: ${piece.accepted}`;
  const why = piece.skipped === null ? '' : ` (${piece.skipped.reason})`;
  return `${isSettled(piece) ? ' ' : '!'} ${state}${why}${accepted}${piece.attempt > 1 ? `, attempt ${piece.attempt}` : ''}${piece.finished === null ? '' : `, ${exactDuration(piece.finished.durationMs)}`}${piece.on === null ? '' : `, on ${piece.on}`}${first === '' ? '' : `  ${first}`}`;
}
