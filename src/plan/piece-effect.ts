import { isStronger, type PieceEffect, strongestEffect } from '../model/index.ts';
import { analyzeShell } from '../shell-syntax/index.ts';
import type { PlannedPiece } from './types.ts';

/** The effect of some code, read in the same way as the runbook's. */
export function effectOf(code: string): PieceEffect {
  return strongestEffect(analyzeShell(code).effects) ?? { effect: 'reads', word: '' };
}

/** The effect of a piece as it would run; the operator's edited code is read in the same way as the runbook's. Pins can only raise it. */
export function pieceEffect({ piece }: PlannedPiece, edited: string | null): PieceEffect {
  if (edited === null) return piece.effect;
  const read = effectOf(edited);
  return piece.effect.word === 'pin' && isStronger(piece.effect.effect, read.effect) ? piece.effect : read;
}

/** The word by which a piece, as it would run, may print a secret, or `null`. */
export function revealedBy({ piece }: PlannedPiece, edited: string | null): string | null {
  const own = edited === null ? undefined : analyzeShell(edited).hazards.find(({ hazard }) => hazard === 'revealing');
  return own?.word ?? piece.revealing?.word ?? null;
}
