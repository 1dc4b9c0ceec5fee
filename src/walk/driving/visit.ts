import { keepGiven, piecesThere, type PlannedPiece, type PlannedStep, stepOf } from '../../plan/index.ts';
import { DONE_BY_HAND, pieceState } from '../../events/index.ts';
import type { Doubt } from '../../model/index.ts';
import { ambientOf } from './ambient.ts';
import { type Approved, doByHand, enterParameter, interrupted, runPiece, settleDoubt, unmasked } from '../asking/index.ts';
import { attempts, judgeUnseen, type Tried } from './attempts.ts';
import type { At, Settle } from '../prompts/index.ts';
import { keyOf } from '../route.ts';
import { isReopened, recordSettled, settledAt } from './settled-doubts.ts';
import type { Came, Trip } from './trip.ts';

/** What a visit knows about a piece in addition to the run's state. */
interface Visit {
  readonly at: At;
  /** The operator's edited code. */
  edited: string | null;
  approved: Approved | null;
  /** Doubts that were settled. */
  readonly settled: Set<string>;
}

/** Visits a place: asks what is open about it, runs it, and asks what to do if it fails. */
export async function visit(trip: Trip, at: At): Promise<Came> {
  const planned = stepOf(trip.session.plan, at.step);
  if (planned === undefined) throw new Error(`step ${at.step} is not in the plan`);
  if (planned.step.kind === 'manual') return byHand(trip, planned, null);
  const known = settledAt(trip.session.state, at);
  const written = planned.pieces[at.piece]?.code.text ?? '';
  const own: Visit = { at, edited: known.get('overwritten') === 'mine' ? keepGiven(written, trip.session.plan.request.values) : null, approved: null, settled: new Set(known.keys()) };
  for (;;) {
    const now = stepOf(trip.session.plan, at.step);
    const piece = now?.pieces[at.piece];
    // An answer may have removed it from the plan.
    if (now === undefined || piece === undefined || !now.included) return 'on';
    const came = await next(trip, own, now, piece);
    if (came !== 'again') return came;
  }
}

/** Settles the next open thing about a piece; `again` if there is more. */
async function next(trip: Trip, own: Visit, planned: PlannedStep, piece: PlannedPiece): Promise<Came | 'again'> {
  const { session } = trip;
  if (piece.piece.kind === 'manual') return byHand(trip, planned, piece);
  if (trip.cutOff.has(keyOf(own.at))) return afterInterruption(trip, own.at, planned, piece);
  // What is typed in the session that it opens has to be known before: once that has ended it is too late.
  const [missing] = own.edited === null ? [piece, ...piecesThere(planned.pieces, piece)].flatMap((each) => each.missing) : [];
  if (missing !== undefined) return askParameter(trip, missing, own.at.step);
  const early = await settledBefore(trip, own, piece);
  if (early !== null) return early;
  if (piece.doubts.some((doubt) => isOpen(trip, own, doubt))) return askDoubt(trip, own, planned, piece);
  if (session.broken !== null) return { how: 'aborted', reason: session.broken };
  return askToRun(trip, own, planned, piece);
}

/** Whether somebody has to settle a doubt before its piece runs. */
function isOpen({ session }: Trip, { at, settled }: Visit, doubt: Doubt): boolean {
  return !settled.has(doubt.kind) && (doubt.settledBy === null || isReopened(session.state, at, doubt));
}

/** A manual step, or a manual part of a block. */
async function byHand(trip: Trip, planned: PlannedStep, piece: PlannedPiece | null): Promise<Came> {
  const { conversation, session, again } = trip;
  const at = { step: planned.step.id, piece: piece?.piece.index ?? 0 };
  const draft = doByHand(session.plan, planned, piece);
  const heard = await conversation.ask(draft);
  if (heard.turn !== null) return heard.turn;
  again.delete(keyOf(at));
  if (heard.reply.kind === 'skip') session.skip(at.step, at.piece, heard.reply.reason);
  else if (trip.options.unattended !== null) session.markDone(at.step, at.piece, 'taken as read');
  else {
    session.markDone(at.step, at.piece);
    // What is to be done once more is not done.
    const came = await judgeUnseen(trip, at);
    if (came !== 'on') return came === 'again' ? 'on' : came;
    if (pieceState(session.state, at)?.skipped !== null) return 'on';
    for (const { step, piece: held, text } of draft.gates ?? []) recordSettled(session, { step, piece: held, doubt: 'gate', text, answer: 'passed', by: 'operator', who: trip.options.operator, reason: DONE_BY_HAND });
  }
  return 'on';
}

async function askParameter({ conversation, session }: Trip, name: string, step: string): Promise<Came | 'again'> {
  const heard = await conversation.ask(enterParameter(session, name, step));
  if (heard.turn !== null) return heard.turn;
  if (heard.reply.kind === 'answer') session.setParameter(name, heard.reply.value, 'answer');
  return 'again';
}

/** A piece that was cut off, so that nobody knows how far it got: only a person may decide to run it again. */
async function afterInterruption(trip: Trip, at: At, planned: PlannedStep, piece: PlannedPiece): Promise<Came | 'again'> {
  const { conversation, session } = trip;
  const heard = await conversation.ask(interrupted(session, planned, piece));
  if (heard.turn !== null) return heard.turn;
  trip.cutOff.delete(keyOf(at));
  if (heard.reply.kind === 'skip') session.skip(at.step, at.piece, heard.reply.reason);
  if (heard.reply.kind !== 'ran') return heard.reply.kind === 'skip' ? 'on' : 'again';
  session.markRan(at.step, at.piece, 'it ran to its end, as the operator saw');
  return judgeUnseen(trip, at);
}

/** Announces, once, the doubts that a pin, the lock or the caller settled; one of the answers may be that the piece does not run here. */
async function settledBefore(trip: Trip, own: Visit, piece: PlannedPiece): Promise<Came | 'again' | null> {
  for (const doubt of piece.doubts) {
    if (doubt.settledBy === null || doubt.answer === null || own.settled.has(doubt.kind) || isReopened(trip.session.state, own.at, doubt)) continue;
    own.settled.add(doubt.kind);
    recordSettled(trip.session, { ...own.at, doubt: doubt.kind, text: doubt.text, answer: doubt.answer, by: doubt.settledBy, ...(doubt.settledBy === 'caller' ? { who: trip.options.operator } : {}) });
    const came = await answered(trip, own, piece, doubt, { answer: doubt.answer });
    if (came !== null) return came;
  }
  return null;
}

async function askDoubt(trip: Trip, own: Visit, planned: PlannedStep, piece: PlannedPiece): Promise<Came | 'again'> {
  const { conversation, session, options } = trip;
  const heard = await conversation.ask(settleDoubt(session.plan, planned, piece, (each) => isOpen(trip, own, each)));
  if (heard.turn !== null) return heard.turn;
  const { reply } = heard;
  const doubt = reply.kind === 'settle' ? piece.doubts.find(({ kind }) => kind === reply.doubt) : undefined;
  if (reply.kind !== 'settle' || doubt === undefined) return 'again';
  own.settled.add(doubt.kind);
  recordSettled(session, { ...own.at, doubt: doubt.kind, text: doubt.text, answer: reply.answer, by: 'operator', who: options.operator, ...(reply.reason === undefined ? {} : { reason: reply.reason }) });
  return (await answered(trip, own, piece, doubt, reply)) ?? 'again';
}

/** What the answer to a doubt does besides settling it; `null` if the piece may still run. */
async function answered(trip: Trip, own: Visit, { code: { text: written } }: PlannedPiece, { kind, text }: Doubt, { answer, reason, code }: Pick<Settle, 'answer' | 'reason' | 'code'>): Promise<Came | 'again' | null> {
  const { session, again } = trip;
  const { step, piece } = own.at;
  if (answer === 'edit') own.edited = code ?? own.edited;
  if (answer === 'mine') own.edited = keepGiven(own.edited ?? written, session.plan.request.values);
  if (answer === 'finish') return { how: 'passed', reason: `finished at "${text}"` };
  if (answer === 'stop') return { how: 'aborted', reason: `stopped at "${text}"` };
  if (answer !== 'skip' && answer !== 'done') return null;
  again.delete(keyOf(own.at));
  if (answer === 'skip') {
    session.skip(step, piece, reason ?? `settled: ${text}`);
    return 'on';
  }
  session.markDone(step, piece, `done by hand: ${text}`);
  const came = await judgeUnseen(trip, own.at);
  if (came === 'again') own.settled.delete(kind);
  return came;
}

async function askToRun(trip: Trip, own: Visit, planned: PlannedStep, piece: PlannedPiece): Promise<Came | 'again'> {
  const { conversation, session, options } = trip;
  const { step, piece: index } = own.at;
  const context = ambientOf(trip, planned, piece, own.edited);
  const draft = runPiece(session, options, planned, piece, { edited: own.edited, context, before: trip.context, approved: own.approved });
  trip.context = merged(trip.context, context);
  const heard = await conversation.ask(draft);
  if (heard.turn !== null) return heard.turn;
  const { reply } = heard;
  if (reply.kind === 'edit') {
    own.edited = taken(own, piece, { now: draft.code, edited: unmasked(reply.code, draft.code, (text) => conversation.mask(text)) });
    return 'again';
  }
  if (reply.kind === 'approve') {
    own.approved = { attempt: draft.attempt, code: draft.code, who: reply.who.trim() };
    session.record({ type: 'confirmed', step, piece: index, attempt: draft.attempt, effect: draft.effect, word: draft.approval?.proven === true ? 'from a login of their own' : 'as told, not proven', why: draft.approval?.why ?? '', by: 'approver', who: reply.who.trim() });
    return 'again';
  }
  if (reply.kind === 'skip') {
    trip.again.delete(keyOf(own.at));
    if (options.unattended !== null && piece.unboundHosts.length > 0) session.skip(step, index, `${piece.unboundHosts.join(', ')} belongs to no cell of ${session.plan.target?.name ?? 'the target'}`, 'unbound-host');
    else session.skip(step, index, reply.reason);
    return 'on';
  }
  const { ask } = draft;
  if (reply.kind === 'confirm' && (ask.key !== 'enter' || reply.approvedIn !== undefined)) {
    const person = options.unattended === null ? 'operator' : 'caller';
    const by = reply.approvedIn === undefined ? person : 'client';
    const does = draft.effect === 'unknown' ? 'its effect is unknown' : `it ${draft.effect}`;
    const why = ask.key === 'enter' ? does : ask.why;
    session.record({ type: 'confirmed', step, piece: index, attempt: draft.attempt, effect: draft.effect, word: by === 'caller' ? '--allow-destructive' : reply.word.trim(), why, by, who: reply.approvedIn ?? options.operator });
  }
  const tried: Tried = { at: own.at, edited: own.edited, effect: draft.effect, follow: draft.follow !== null, approved: draft.approval !== undefined, asked: ask.key !== 'enter' || draft.approval !== undefined };
  return attempts(trip, tried);
}

/** The command as it is edited now; `null` where it is the runbook's own, which is then not changed by anybody. */
function taken({ edited: before, settled }: Visit, { code: { text } }: PlannedPiece, { now, edited }: { readonly now: string; readonly edited: string | null }): string | null {
  if (edited === null || edited.trim() === now.trim()) return before;
  return edited.trim() === text.trim() && !settled.has('overwritten') ? null : edited;
}

function merged(before: Trip['context'], now: NonNullable<Trip['context']>): Trip['context'] {
  return [...(before ?? []).filter(({ kind }) => !now.some((each) => each.kind === kind)), ...now];
}
