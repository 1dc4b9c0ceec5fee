import { type ExpectationChecked, isSettled, nextAttempt, type PieceState, pieceState } from '../../events/index.ts';
import type { PieceResult } from '../../execute/index.ts';
import type { Effect } from '../../model/index.ts';
import { pieceOf, stepOf, titleAt } from '../../plan/index.ts';
import { judge, pieceFailed } from '../asking/index.ts';
import type { At, GateAhead, Settle } from '../prompts/index.ts';
import { keyOf, positionOf } from '../route.ts';
import { recordSettled } from './settled-doubts.ts';
import { keepAgain } from './go-to.ts';
import { type Came, judgeLater, type Trip } from './trip.ts';

/** A piece in the course of its attempts. */
export interface Tried {
  readonly at: At;
  /** The operator's edited code. */
  readonly edited: string | null;
  readonly effect: Effect;
  /** It does not end by itself. */
  readonly follow: boolean;
  /** A second person approved this attempt, and no other. */
  readonly approved: boolean;
  /** It took more than Enter to let it run, so a further attempt is asked for in the same way. */
  readonly asked: boolean;
}

const DEFAULT_PAUSE_MS = 1_000;
/** The attempts of one `until-it-holds`. */
const MOST_ATTEMPTS = 60;

/** Runs a piece until it is settled, as often as its pins and the operator want; returns `again` if the next attempt has to be asked for. */
export async function attempts(trip: Trip, tried: Tried): Promise<Came | 'again'> {
  const { session, conversation } = trip;
  const pins = stepOf(session.plan, tried.at.step)?.step.pins;
  // A destructive piece is never retried automatically.
  let left = tried.effect === 'destroys' || tried.approved ? 0 : (pins?.retry?.value ?? 0);
  const everyMs = pins?.every?.value ?? DEFAULT_PAUSE_MS;
  trip.again.delete(keyOf(tried.at));
  for (;;) {
    const result = await tryOnce(trip, tried);
    endBlock(trip, tried, result);
    // Checked first: a piece that was cut off is not run again automatically.
    if (result.interrupted) trip.cutOff.add(keyOf(tried.at));
    const ended = endAfter(trip, tried);
    if (ended !== null) return ended;
    if (result.interrupted) return 'again';
    // After a failure, or with half of the output missing, there is nothing to judge: what to do about it is asked first.
    const open = result.outcome === 'passed' || tried.follow ? await judgeOpen(trip, tried.at, result.checks) : null;
    if (open !== null) return open;
    if (isSettled(pieceState(session.state, tried.at))) return 'on';
    if (left > 0 && result.outcome !== 'stopped') {
      left -= 1;
      if (await waited(trip, tried, everyMs)) continue;
      if (conversation.leaving !== null || conversation.endedBy !== null) return endAfter(trip, tried) ?? 'on';
    }
    const came = await askFailed(trip, tried, { left, everyMs });
    if (came !== 'retry' && came !== 'until-it-holds') return came;
    if (came === 'until-it-holds') {
      left = MOST_ATTEMPTS;
      if (!(await waited(trip, tried, everyMs))) left = 0;
    } else if (tried.asked) return 'again';
  }
}

async function tryOnce(trip: Trip, { at, edited, follow }: Tried): Promise<PieceResult> {
  const { conversation, session, options } = trip;
  const attempt = nextAttempt(session.state, at);
  const work = session.runPiece(at.step, at.piece, edited === null ? {} : { code: edited });
  conversation.runs({ ...at, attempt, waiting: false });
  const watch = options.unattended !== null && follow ? setTimeout(() => session.stopPiece(), options.unattended.followForMs) : undefined;
  try {
    return await work;
  } finally {
    clearTimeout(watch);
    conversation.runs(null);
  }
}

/** Waits between two attempts; returns whether the next may begin. */
async function waited({ conversation, session }: Trip, { at }: Tried, everyMs: number): Promise<boolean> {
  const attempt = nextAttempt(session.state, at);
  conversation.runs({ ...at, attempt, waiting: true });
  const waitedOut = await conversation.pause(everyMs);
  conversation.runs(null);
  return waitedOut && session.broken === null;
}

/** Whether the walk was ended while the piece ran, or while what it had shown on the terminal was read. */
function endAfter({ conversation, session }: Trip, { at }: Tried): Came | null {
  const had = pieceState(session.state, at)?.status === 'passed' ? 'after' : 'in';
  if (conversation.endedBy !== null) return { how: 'aborted', reason: `${conversation.endedBy} ${had} "${titleAt(session.plan, at)}"` };
  if (session.broken !== null) return { how: 'aborted', reason: session.broken };
  const { leaving } = conversation;
  conversation.leaving = null;
  return leaving;
}

/** Asks about the checks of what a person did where its output could not be seen; `again` if it is to be done once more. */
export async function judgeUnseen(trip: Trip, at: At): Promise<Came | 'again'> {
  const piece = (): PieceState | undefined => pieceState(trip.session.state, at);
  const open = await judgeOpen(trip, at, piece()?.expectations ?? []);
  if (open !== null) return open;
  if (isSettled(piece())) return 'on';
  const came = await askFailed(trip, { at, edited: null }, { left: 0, everyMs: 0 });
  return came === 'retry' || came === 'until-it-holds' ? 'again' : came;
}

/** Asks about checks that no program can judge; unattended they stay unverified. */
async function judgeOpen(trip: Trip, at: At, checks: readonly ExpectationChecked[]): Promise<Came | null> {
  const { conversation, session } = trip;
  for (const check of checks.filter(({ status }) => status === 'unverified')) {
    const planned = stepOf(session.plan, at.step);
    if (planned === undefined) return null;
    const piece = pieceOf(session.plan, at) ?? null;
    const heard = await conversation.ask(judge(session, planned, piece, check));
    if (heard.turn !== null) {
      if (heard.turn.kind === 'change') judgeLater(trip, at);
      return heard.turn;
    }
    if (heard.reply.kind !== 'unsure') session.judge(at.step, at.piece, check.index, heard.reply.kind === 'holds' ? 'held' : 'failed', 'as the operator saw it');
  }
  return null;
}

const ENDED = 'the block ended itself with exit';

/** Skips what a block that ended itself leaves undone; at once, so that whoever leaves at a check of it goes on below the block. Where it does not end itself in a further attempt, that is asked for after all. */
function endBlock(trip: Trip, { at }: Tried, { endsBlock }: PieceResult): void {
  const { session, again } = trip;
  for (const { piece } of stepOf(session.plan, at.step)?.pieces.slice(at.piece + 1) ?? []) {
    const rest = { step: at.step, piece: piece.index };
    if (endsBlock) {
      again.delete(keyOf(rest));
      session.skip(rest.step, rest.piece, ENDED, 'plan');
    } else if (pieceState(session.state, rest)?.skipped?.reason === ENDED) again.add(keyOf(rest));
  }
  keepAgain(trip);
}

/** Skips what a block that ended itself left undone, where the process died before it could say so. */
export function endBlocks({ session }: Pick<Trip, 'session'>): void {
  for (const { step, pieces } of session.plan.steps) {
    const ended = pieces.findIndex(({ piece }) => pieceState(session.state, { step: step.id, piece: piece.index })?.finished?.endsBlock === true);
    if (ended < 0) continue;
    for (const { piece } of pieces.slice(ended + 1)) if (pieceState(session.state, { step: step.id, piece: piece.index }) === undefined) session.skip(step.id, piece.index, ENDED, 'plan');
  }
}

async function askFailed(trip: Trip, { at, edited }: Pick<Tried, 'at' | 'edited'>, retry: { readonly left: number; readonly everyMs: number }): Promise<Came | 'retry' | 'until-it-holds'> {
  const { conversation, session } = trip;
  const planned = stepOf(session.plan, at.step);
  if (planned === undefined) return 'on';
  const piece = pieceOf(session.plan, at) ?? null;
  const asked = pieceFailed(session, planned, piece, { edited, ...retry });
  const heard = await conversation.ask(asked);
  if (heard.turn !== null) return heard.turn;
  switch (heard.reply.kind) {
    case 'settle':
      return asked.gate === undefined ? 'retry' : gateAnswered(trip, at, asked.gate, heard.reply);
    case 'accept':
      session.accept(at.step, at.piece, heard.reply.reason);
      return 'on';
    case 'skip':
      session.skip(at.step, at.piece, heard.reply.reason);
      return 'on';
    case 'stop':
      return { how: 'failed', reason: failureOf(trip, at) };
    case 'until-it-holds':
      return 'until-it-holds';
    default:
      return 'retry';
  }
}

/** The order to stop is about the exit status, so one answer of the operator settles both. */
function gateAnswered({ session, options: { operator: who } }: Trip, at: At, gate: GateAhead, { answer, reason = '' }: Settle): Came {
  const finished = pieceState(session.state, at)?.finished;
  recordSettled(session, { step: gate.step, piece: gate.piece, doubt: 'gate', text: gate.text, answer, by: 'operator', who, ...(reason === '' ? {} : { reason }) });
  if (answer !== 'passed') return { how: 'aborted', reason: `stopped at "${gate.text}"` };
  if (finished != null) {
    const { run: _run, time: _time, ...event } = finished;
    session.record({ ...event, status: 'passed', reason, who });
  }
  return 'on';
}

/** `step 4 "Confirm dynos are up": expected web.1: up`. */
function failureOf({ session }: Trip, at: At): string {
  const { plan, state } = session;
  const known = pieceState(state, at);
  const judged = known?.expectations.find(({ status, accepted }) => status === 'failed' && accepted === undefined);
  const reason = known?.finished?.reason ?? (judged === undefined ? 'it failed' : `expected ${judged.text}: ${judged.reason}`);
  return `step ${positionOf(plan, at.step).position} "${titleAt(plan, at)}": ${reason}`;
}
