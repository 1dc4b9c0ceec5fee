import type { Effect, HazardMark } from '../../model/index.ts';
import { filledWord, pieceEffect, type PlannedPiece } from '../../plan/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';

/** The effect of a piece with the word that it was read from, and its other marks. */
interface Classified {
  readonly effect: Effect;
  readonly effectWord: string | null;
  readonly interactive: string | null;
  readonly follow: string | null;
}

/** Classifies a piece as it would run: the operator's edited code, or else the plan's. */
export function classify(planned: PlannedPiece, edited: string | null): Classified {
  const { effect, word: written } = pieceEffect(planned, edited);
  const word = edited === null ? filledWord(planned, written) : written;
  const said = { effect, effectWord: word === '' ? null : word };
  const { piece } = planned;
  if (edited === null) return { ...said, interactive: piece.interactive?.word ?? null, follow: piece.follow?.word ?? null };
  const { hazards } = analyzeShell(edited);
  const first = (kind: HazardMark['hazard']): string | null => hazards.find(({ hazard }) => hazard === kind)?.word ?? null;
  return { ...said, interactive: first('interactive'), follow: first('follow') };
}
