import { isSettled } from '../events/index.ts';
import type { PlannedPiece, PlannedStep } from '../plan/index.ts';
import { within } from './process/index.ts';
import type { PieceResult, RunSession } from './types.ts';

export interface UnattendedOptions {
  /** Milliseconds to watch an endless command. */
  readonly followForMs: number;
  /** Set once somebody or something asks the run to end, e.g. a signal. */
  readonly stop: { readonly asked: () => string | null; readonly wait: Promise<string> };
}

/** How an unattended run came out. */
export interface UnattendedOutcome {
  readonly status: 'passed' | 'failed' | 'aborted';
  /** e.g. `step 4 "Confirm dynos are up": expected web.1: up`; `''` when passed. */
  readonly reason: string;
}

const DEFAULT_PAUSE_MS = 1_000;

/** Runs every step of the plan that is in, without asking: stops at the first failure. Pieces that a resumed run settled are left alone. */
export async function runUnattended(session: RunSession, options: UnattendedOptions): Promise<UnattendedOutcome> {
  const ids = session.plan.steps.filter(({ included }) => included).map(({ step }) => step.id);
  for (const [position, id] of ids.entries()) {
    const planned = session.plan.steps.find(({ step }) => step.id === id);
    if (planned === undefined) continue;
    const outcome = planned.step.kind === 'manual' ? takeAsRead(session, id) : await runStep(session, planned, options);
    if (outcome !== null) return { ...outcome, reason: outcome.status === 'aborted' ? outcome.reason : `step ${position + 1} ${outcome.reason}` };
    const asked = options.stop.asked();
    if (asked !== null) return { status: 'aborted', reason: asked };
    if (session.backgroundFailure !== null) return { status: 'failed', reason: session.backgroundFailure };
  }
  return { status: 'passed', reason: '' };
}

function takeAsRead(session: RunSession, id: string): null {
  if (!isSettled(session.state.steps[id]?.pieces[0])) session.markDone(id, 'taken as read');
  return null;
}

async function runStep(session: RunSession, { step, pieces }: PlannedStep, options: UnattendedOptions): Promise<UnattendedOutcome | null> {
  for (const index of pieces.keys()) {
    if (isSettled(session.state.steps[step.id]?.pieces[index])) continue;
    // A capture of the piece before may have changed the plan.
    const piece = session.plan.steps.find((planned) => planned.step.id === step.id)?.pieces[index];
    if (piece === undefined) continue;
    if (piece.missing.length > 0) return { status: 'failed', reason: `"${piece.title ?? step.title}": no value for ${piece.missing.join(', ')}` };
    if (piece.unboundHosts.length > 0) {
      session.skip(step.id, index, `${piece.unboundHosts.join(', ')} belongs to no cell of ${session.plan.target?.name ?? 'the target'}`, 'unbound-host');
      continue;
    }
    if (session.broken !== null) return { status: 'aborted', reason: session.broken };
    const result = await runToTheEnd(session, step.id, piece, options);
    const asked = options.stop.asked();
    if (asked !== null) return { status: 'aborted', reason: `${asked} in "${piece.title ?? step.title}"` };
    const fine = result.outcome === 'passed' || (result.outcome === 'stopped' && piece.piece.follow !== null);
    if (!fine) return { status: 'failed', reason: `"${piece.title ?? step.title}": ${result.reason}` };
    if (result.endsBlock) {
      for (const rest of pieces.slice(index + 1)) session.skip(step.id, rest.piece.index, 'the block ended itself with exit', 'plan');
      return null;
    }
  }
  return null;
}

/** Attempts at a piece, as many as its pins allow. A destructive one is never tried again by itself. */
async function runToTheEnd(session: RunSession, step: string, piece: PlannedPiece, options: UnattendedOptions): Promise<PieceResult> {
  const pins = session.plan.steps.find((planned) => planned.step.id === step)?.step.pins;
  const further = piece.piece.destructive === null ? (pins?.retry?.value ?? 0) : 0;
  for (let attempt = 0; ; attempt++) {
    const result = await watched(session, step, piece, options);
    if (result.outcome === 'passed' || attempt >= further || options.stop.asked() !== null || session.broken !== null) return result;
    await within(options.stop.wait, pins?.every?.value ?? DEFAULT_PAUSE_MS);
    if (options.stop.asked() !== null) return result;
  }
}

async function watched(session: RunSession, step: string, piece: PlannedPiece, options: UnattendedOptions): Promise<PieceResult> {
  const work = session.runPiece(step, piece.piece.index);
  void options.stop.wait.then(() => session.stopPiece());
  if (piece.piece.follow !== null && !(await within(work, options.followForMs))) session.stopPiece();
  return work;
}
