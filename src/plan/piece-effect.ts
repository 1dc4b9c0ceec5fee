import { isStronger, strongestEffect } from '../model/index.ts';
import type { PieceEffect } from '../model/index.ts';
import { analyzeShell } from '../shell-syntax/index.ts';
import type { PlannedPiece } from './types.ts';

/** What a text does, read like the runbook's. */
export function effectOf(code: string): PieceEffect {
  return strongestEffect(analyzeShell(code).effects) ?? { effect: 'reads', word: '' };
}

/** What a piece does as it would run; the operator's own text is read like the runbook's. Pins only raise what was read. */
export function pieceEffect({ piece }: PlannedPiece, edited: string | null): PieceEffect {
  if (edited === null) return piece.effect;
  const read = effectOf(edited);
  return piece.effect.word === 'pin' && isStronger(piece.effect.effect, read.effect) ? piece.effect : read;
}
