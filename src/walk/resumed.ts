import { isSettled, LEFT, type PieceState, type RunState, workedMs } from '../events/index.ts';
import type { Plan } from '../plan/index.ts';
import type { At } from './prompts/index.ts';
import { isDone, keyOf, nextStop, places, positionOf, type Stop } from './route.ts';

const RESUMED = 'resumed at';

/** Where a run resumes: `resumed at step 7 of 12, 4 done, 2 skipped, 4 min so far`. */
export function resumedWords(plan: Plan, state: RunState): string {
  const again = new Set(state.again.map(keyOf));
  const stop = nextStop(plan, state, again, true);
  const over = [...Map.groupBy(places(plan), ({ step }) => step).values()].filter((all) => all.every((at) => isDone(state, again, at)));
  const skipped = over.filter((all) => all.every((at) => isSkipped(state, at))).length;
  return `${RESUMED} ${whereOf(plan, stop)}, ${over.length - skipped} done, ${skipped === 0 ? '' : `${skipped} skipped, `}${spoken(workedMs(state))} so far`;
}

function isSkipped(state: RunState, at: At): boolean {
  const step = state.steps[at.step];
  return step?.skipped != null || step?.pieces[at.piece]?.status === 'skipped';
}

/** Whether a note says that the run was left, or where it resumes, which need not be shown twice. */
export function saysResumed(note: string): boolean {
  return note === LEFT || note.startsWith(`${RESUMED} `);
}

function whereOf(plan: Plan, stop: Stop | null): string {
  if (stop === null) return 'its end';
  if (stop.kind === 'alternative') return 'a choice';
  const { position, of } = positionOf(plan, stop.step);
  return `step ${position} of ${of}`;
}

function spoken(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

/** The piece of the last thing that came about, other than what the plan left out, where a check of it is open: its run was left or cut off at that question. Whoever could not tell then is asked once more. */
export function leftUnjudged({ steps }: Pick<RunState, 'steps'>): At | null {
  const all = Object.values(steps).flatMap(({ id, pieces }) => Object.values(pieces).filter(({ skipped }) => skipped?.by !== 'plan').map((piece) => ({ at: { step: id, piece: piece.index }, piece, time: lastTimeOf(piece) })));
  const last = all.toSorted((a, b) => a.time - b.time).at(-1);
  return last !== undefined && isOver(last.piece) && last.piece.expectations.some(({ status }) => status === 'unverified') ? last.at : null;
}

function isOver(piece: PieceState): boolean {
  return piece.finished !== null && piece.skipped === null && !piece.again && isSettled(piece);
}

function lastTimeOf({ startedAt, finished, expectations, skipped }: PieceState): number {
  return Math.max(...[startedAt, finished?.time, skipped?.time, ...expectations.map(({ time }) => time)].map((time) => Date.parse(time ?? '') || 0));
}
