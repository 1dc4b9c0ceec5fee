import { isSamePiece, type PieceKey } from '../model/index.ts';
import { initialState, type PieceState, pieceState, type RunState, type StepState, type StoredParameter } from './state.ts';
import type { DoubtReopened, DoubtSettled, ExpectationChecked, ParameterSet, RunEvent, RunStarted, StepFinished, StepSkipped, StepStarted } from './types.ts';

/** The state after one more event. Pure; an event that does not fit, as in a truncated journal, changes nothing. */
export function fold(state: RunState, event: RunEvent): RunState {
  const next = step(state, event);
  return next === state && event.type === 'output' ? state : { ...next, lastTime: event.time };
}

/** The state after all events. */
export function foldAll(id: string, events: Iterable<RunEvent>): RunState {
  const state = growingState(id, events);
  growing.delete(state.steps);
  return state;
}

/** The same, for a caller that goes on to fold more events and keeps no earlier state: its steps are changed in place, since copying thousands of them at each event takes seconds. */
export function growingState(id: string, events: Iterable<RunEvent>): RunState {
  let state = initialState(id);
  growing.add(state.steps);
  for (const event of events) state = fold(state, event);
  return state;
}

/** Step maps that may be changed in place: no earlier state that shares them is looked at. */
const growing = new WeakSet<RunState['steps']>();

function withStep(steps: RunState['steps'], step: StepState): RunState['steps'] {
  if (!growing.has(steps)) return { ...steps, [step.id]: step };
  (steps as Record<string, StepState>)[step.id] = step;
  return steps;
}

function step(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'run-started':
      return begun(state, event);
    case 'parameter-set':
      return { ...askedAgain(state, event), parameters: { ...state.parameters, [event.name]: stored(event, state.parameters[event.name]) } };
    case 'section-chosen':
      return { ...state, sections: event.sections, declined: event.declined, planned: event.steps };
    case 'step-started':
      return started(cameAgain(state, event), event);
    case 'output':
      return changePiece(state, event, (piece) => ({ ...piece, outputBytes: piece.outputBytes + (event.raw?.length ?? event.bytes ?? Buffer.byteLength(event.text)) }));
    case 'expectation':
      return changePiece(state, event, (piece) => checked(piece, event));
    case 'step-finished':
      return finished(state, event);
    case 'step-skipped':
      return skipped(cameAgain(state, event), event);
    case 'doubt-settled':
      return { ...state, doubts: [...withoutDoubt(state.doubts, event), event], reopened: withoutDoubt(state.reopened, event) };
    case 'doubt-reopened':
      return { ...state, doubts: withoutDoubt(state.doubts, event), reopened: [...withoutDoubt(state.reopened, event), event] };
    case 'confirmed':
      return { ...state, confirmed: [...state.confirmed, event] };
    case 'note':
      return { ...state, notes: [...state.notes, event], again: event.again ?? state.again };
    case 'run-finished':
      return { ...state, status: event.status, reason: event.reason, durationMs: event.durationMs, counts: event.counts ?? null, finishedAt: event.time, current: null, rowDue: event.row === 'due' };
    case 'message-sent':
      return state;
    case 'history-recorded':
      return { ...state, history: event, rowDue: false };
  }
}

function begun(state: RunState, event: RunStarted): RunState {
  const gap = state.lastTime === null ? 0 : Math.max(0, Date.parse(event.time) - Date.parse(state.lastTime));
  const idleMs = state.idleMs + gap;
  return { ...state, steps: withoutBackground(state.steps), started: state.started === null ? event : { ...state.started, runbook: event.runbook }, status: 'running', reason: '', durationMs: null, idleMs, counts: null, finishedAt: null, sections: event.sections, planned: event.steps };
}

/** Whatever ran in the background ended with its process. */
function withoutBackground(steps: RunState['steps']): RunState['steps'] {
  const ended = (piece: PieceState): PieceState => (piece.background && piece.status === 'running' ? { ...piece, status: 'stopped' } : piece);
  const left = Object.fromEntries(Object.entries(steps).map(([id, known]) => [id, { ...known, pieces: Object.fromEntries(Object.entries(known.pieces).map(([index, piece]) => [index, ended(piece)])) }]));
  if (growing.has(steps)) growing.add(left);
  return left;
}

function askedAgain(state: RunState, { again }: ParameterSet): RunState {
  return (again ?? []).reduce((next, place) => changePiece(next, place, (piece) => ({ ...piece, again: true })), state);
}

/** What was begun or skipped need not be asked for again. */
function cameAgain(state: RunState, { step: id, piece }: Pick<StepStarted | StepSkipped, 'step' | 'piece'>): RunState {
  return state.again.length === 0 ? state : { ...state, again: state.again.filter((at) => at.step !== id || (piece !== null && at.piece !== piece)) };
}

function stored({ value, source, secret, who, was }: ParameterSet, before: StoredParameter | undefined): StoredParameter {
  return { value, source, secret, who: who ?? null, earlier: [...(before?.earlier ?? []), ...(was === undefined ? [] : [was])] };
}

function withoutDoubt<D extends DoubtSettled | DoubtReopened>(doubts: readonly D[], { step, piece, doubt }: DoubtSettled | DoubtReopened): readonly D[] {
  return doubts.filter((known) => known.step !== step || known.piece !== piece || known.doubt !== doubt);
}

function started(state: RunState, event: StepStarted): RunState {
  const piece: PieceState = {
    index: event.piece,
    status: 'running',
    attempt: event.attempt,
    startedAt: event.time,
    code: event.code,
    original: event.original ?? null,
    background: event.background === true,
    follow: event.follow === true,
    on: event.on ?? null,
    finished: null,
    expectations: [],
    skipped: null,
    accepted: null,
    again: false,
    outputBytes: 0,
  };
  const current = piece.background ? state.current : { step: event.step, piece: event.piece, attempt: event.attempt };
  return { ...putPiece(state, event.step, piece, { title: event.title, kind: event.kind }), current };
}

function checked(piece: PieceState, event: ExpectationChecked): PieceState {
  const others = piece.expectations.filter(({ index }) => index !== event.index);
  const expectations = [...others, event].sort((a, b) => a.index - b.index);
  const open = expectations.some(({ status, accepted }) => status === 'failed' && accepted === undefined);
  const accepted = event.accepted !== undefined && event.status === 'failed' && !open ? event.accepted : piece.accepted;
  return { ...piece, expectations, accepted };
}

function finished(state: RunState, event: StepFinished): RunState {
  const next = changePiece(state, event, (piece) => ({ ...piece, status: event.status, finished: event, accepted: event.accepted ?? piece.accepted }));
  const { current } = state;
  const wasIt = current !== null && isSamePiece(current, event);
  return wasIt ? { ...next, current: null } : next;
}

function skipped(state: RunState, event: StepSkipped): RunState {
  const known = state.steps[event.step];
  if (event.piece === null) {
    const base: StepState = known ?? { id: event.step, title: event.title ?? event.step, kind: 'command', skipped: null, pieces: {} };
    return { ...state, steps: withStep(state.steps, { ...base, skipped: event }) };
  }
  const before = known?.pieces[event.piece];
  const piece: PieceState = before === undefined ? { ...emptyPiece(event.piece, event.time), skipped: event } : { ...before, status: 'skipped', skipped: event, again: false };
  return putPiece(state, event.step, piece, { title: event.title ?? event.step, kind: 'command' });
}

function emptyPiece(index: number, time: string): PieceState {
  return { index, status: 'skipped', attempt: 0, startedAt: time, code: '', original: null, background: false, follow: false, on: null, finished: null, expectations: [], skipped: null, accepted: null, again: false, outputBytes: 0 };
}

function changePiece(state: RunState, event: PieceKey, change: (piece: PieceState) => PieceState): RunState {
  const piece = pieceState(state, event);
  return piece === undefined ? state : putPiece(state, event.step, change(piece), null);
}

function putPiece(state: RunState, id: string, piece: PieceState, about: Pick<StepState, 'title' | 'kind'> | null): RunState {
  const known: StepState = state.steps[id] ?? { id, title: id, kind: 'command', skipped: null, pieces: {} };
  const step: StepState = { ...known, ...about, skipped: about === null ? known.skipped : null, pieces: { ...known.pieces, [piece.index]: piece } };
  return { ...state, steps: withStep(state.steps, step) };
}
