import { isStronger, type Piece, type Runbook, type Step, strongestEffect } from '../model/index.ts';
import type { Coming } from './entry.ts';
import type { LockedPiece, LockEntry } from './types.ts';

/**
 * The runbook with the effects that people lowered in the lock: the only word that makes an effect less than was read. It holds for the code
 * and the effect that it was given for. `now` is what the runbook comes to as it is read.
 */
export function withLowered(runbook: Runbook, entry: LockEntry, now: Coming): Runbook {
  const current = new Map(now.steps.map((step) => [step.id, step.pieces]));
  const lowered = new Map(entry.steps.map(({ id, pieces }) => [id, pieces.map((piece, index) => holding(piece, current.get(id)?.[index]))]));
  if (![...lowered.values()].flat().some((piece) => piece !== null)) return runbook;
  return { ...runbook, steps: runbook.steps.map((step) => lowerStep(step, lowered.get(step.id) ?? [])) };
}

type Lowered = NonNullable<LockedPiece['lowered']>;

function holding({ code, effect, lowered }: LockedPiece, now: LockedPiece | undefined): Lowered | null {
  if (lowered === null || now === undefined || now.code !== code || now.effect !== effect) return null;
  return isStronger(effect, lowered.effect) ? lowered : null;
}

function lowerStep(step: Step, lowered: readonly (Lowered | null)[]): Step {
  if (step.kind !== 'command' || !lowered.some((each) => each !== null)) return step;
  const pieces = step.pieces.map((piece) => lowerPiece(piece, lowered[piece.index] ?? null));
  return { ...step, pieces, effect: strongestEffect(pieces.map(({ effect }) => effect)) ?? step.effect, destructive: pieces.find(({ destructive }) => destructive !== null)?.destructive ?? null };
}

function lowerPiece(piece: Piece, lowered: Lowered | null): Piece {
  if (lowered === null) return piece;
  const { effect, word } = piece.effect;
  return { ...piece, effect: { effect: lowered.effect, word: `${word === '' ? effect : word}, lowered by ${lowered.by} on ${lowered.on}` }, destructive: null };
}
