import { hasRun, isSettled, type PieceState } from '../../events/index.ts';
import type { PlannedStep } from '../../plan/index.ts';
import type { StepMark } from '../glyphs.ts';
import type { DocumentView } from './document-view.ts';

type States = Pick<DocumentView, 'plan' | 'state' | 'prompt' | 'running' | 'focus'>;

/** The state of a piece (for a manual step, piece 0). */
export function pieceMark(view: States, planned: PlannedStep, piece: number): StepMark {
  const { step } = planned;
  if (!planned.included && !hasRun(view.state, step.id)) return 'out';
  if (view.running?.step === step.id && view.running.piece === piece) return 'running';
  const next = view.focus?.step === step.id && view.focus.piece === piece;
  if (next && isToDo(view.prompt)) return 'next';
  const state = view.state.steps[step.id];
  const own = state?.pieces[piece];
  const attempted = own === undefined ? null : reachedMark(own);
  const reached = state?.skipped != null ? 'skipped' : attempted;
  if (reached !== null && reached !== 'running') return reached;
  if (next) return 'next';
  return isHeld(planned, piece) ? 'held' : 'open';
}

/** The state of a whole step: the worst of its pieces, or `next` if one of them is next. */
export function stepMark(view: States, planned: PlannedStep): StepMark {
  const pieces = planned.pieces.length === 0 ? [0] : planned.pieces.map(({ piece }) => piece.index);
  const marks = pieces.map((piece) => pieceMark(view, planned, piece));
  const worst = (['running', 'next', 'failed', 'stopped', 'held', 'open', 'accepted', 'passed', 'skipped', 'out'] as const).find((mark) => marks.includes(mark));
  return worst ?? 'open';
}

/** Whether what is framed is still to be done, or judged, whatever came of it before: it may have run, or been skipped, and is asked for again. */
export function isToDo(prompt: DocumentView['prompt']): boolean {
  return isGate(prompt) || prompt?.kind === 'judge' || prompt?.kind === 'run-piece' || prompt?.kind === 'do-by-hand' || prompt?.kind === 'settle-doubt' || prompt?.kind === 'enter-parameter';
}

/** Whether the exit status answers an order to stop: it is neither good nor bad before somebody has said so. */
export function isGate(prompt: DocumentView['prompt']): boolean {
  return prompt?.kind === 'piece-failed' && prompt.gate !== undefined;
}

function reachedMark(state: PieceState): StepMark {
  if (state.status === 'skipped') return 'skipped';
  if (state.status === 'running') return state.background ? 'running' : 'open';
  if (state.accepted !== null) return 'accepted';
  if (state.status === 'stopped') return 'stopped';
  if (!isSettled(state)) return 'failed';
  return state.expectations.every(({ status }) => status === 'held') ? 'passed' : 'accepted';
}

function isHeld({ pieces }: PlannedStep, piece: number): boolean {
  return pieces.find(({ piece: { index } }) => index === piece)?.piece.doubts.some(({ answer }) => answer === null) ?? false;
}
