import { isStronger, strongestEffect, type Effect, type HazardMark, type PieceEffect } from '../model/index.ts';
import type { PlannedPiece } from '../plan/index.ts';
import { analyzeShell } from '../shell-syntax/index.ts';

/** What a piece does, with the word that says so, and what it needs or does beside. */
export interface Classified {
  readonly effect: Effect;
  readonly effectWord: string | null;
  readonly interactive: string | null;
  readonly follow: string | null;
}

/** What a text does, read like the runbook's. */
export function effectOf(code: string): PieceEffect {
  return strongestEffect(analyzeShell(code).effects) ?? { effect: 'reads', word: '' };
}

/** What a piece does as it would run; the operator's own text is read like the runbook's. Pins only raise what was read. */
export function classify({ piece }: PlannedPiece, edited: string | null): Classified {
  if (edited === null) return { ...said(piece.effect), interactive: piece.interactive?.word ?? null, follow: piece.follow?.word ?? null };
  const { effects, hazards } = analyzeShell(edited);
  const first = (kind: HazardMark['hazard']): string | null => hazards.find(({ hazard }) => hazard === kind)?.word ?? null;
  const read: PieceEffect = strongestEffect(effects) ?? { effect: 'reads', word: '' };
  const isPinned = piece.effect.word === 'pin' && isStronger(piece.effect.effect, read.effect);
  return { ...said(isPinned ? piece.effect : read), interactive: first('interactive'), follow: first('follow') };
}

function said({ effect, word }: PieceEffect): Pick<Classified, 'effect' | 'effectWord'> {
  return { effect, effectWord: word === '' ? null : word };
}
