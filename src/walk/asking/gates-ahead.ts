import type { StepFinished } from '../../events/index.ts';
import { commentWords, type Effect } from '../../model/index.ts';
import { pieceOf, type Plan, type PlannedPiece, type PlannedStep, stepOf } from '../../plan/index.ts';
import type { At, GateAhead } from '../prompts/index.ts';
import { keyOf, places } from '../route.ts';

/** Statuses from here on come from the shell: no such program, or ended by a signal. */
const FIRST_OF_SHELL = 126;
const CONDITION = /\b(?:if|unless|when)\b/i;

/** How a piece ended, as far as it matters for gates. */
interface Ended {
  readonly finished: Pick<StepFinished, 'status' | 'exitCode'> | null;
  readonly effect: Effect;
  readonly failedChecks: number;
  /** Whether the gate at a place has already been passed. */
  readonly passed: (at: At) => boolean;
}

/**
 * The order to stop that a command's exit status answers, such as "If the primary answers, stop here" below a `ping`. The command must only read, the order must stand below it in the same
 * section and name a condition, and no other order may stand before the piece that it holds. For any other failure the failure itself is asked about.
 */
export function gateAfter(plan: Plan, at: At, { finished, effect, failedChecks, passed }: Ended): GateAhead | null {
  if (effect !== 'reads' || failedChecks > 0 || finished?.status !== 'failed' || finished.exitCode === null || finished.exitCode >= FIRST_OF_SHELL) return null;
  const all = places(plan);
  const next = all[all.findIndex((place) => keyOf(place) === keyOf(at)) + 1];
  const [step, held] = [stepOf(plan, at.step)?.step, next === undefined ? undefined : stepOf(plan, next.step)?.step];
  if (next === undefined || step === undefined || held === undefined || passed(next)) return null;
  const doubt = pieceOf(plan, next)?.doubts.find(({ kind, settledBy }) => kind === 'gate' && settledBy === null);
  const between = plan.runbook.gates.filter(({ offset }) => offset > step.span.start.offset && offset < held.span.start.offset);
  const [gate] = between;
  if (doubt === undefined || gate === undefined || between.length > 1 || gate.text !== doubt.text || gate.section !== step.section || !CONDITION.test(gate.text)) return null;
  return { ...next, text: doubt.text, line: doubt.line };
}

/** Gates whose order is itself the manual step ("Wait for the approval"): they are passed once the step is done. */
export function gatesIn(plan: Plan, { step }: PlannedStep, piece: PlannedPiece | null): readonly GateAhead[] {
  const words = piece === null ? plan.runbook.gates.filter(({ offset }) => offset >= step.span.start.offset && offset < step.span.end.offset).map(({ text }) => text) : [commentWords(piece.code.text)];
  const ahead = places(plan).filter((at) => piece === null || (at.step === step.id && at.piece > piece.piece.index));
  return ahead.flatMap((at) => (pieceOf(plan, at)?.doubts ?? []).filter(({ kind, settledBy, text }) => kind === 'gate' && settledBy === null && words.includes(text)).map(({ text, line }) => ({ ...at, text, line })));
}
