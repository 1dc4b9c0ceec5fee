import type { Effect, Mark } from '../model/index.ts';
import type { PlannedPiece } from '../plan/index.ts';
import { analyzeShell } from '../shell-syntax/index.ts';

/** What a piece does, with the word that says so, and what it needs or does beside. */
export interface Classified {
  readonly effect: Effect;
  readonly effectWord: string | null;
  readonly interactive: string | null;
  readonly follow: string | null;
}

/** What a piece does as it would run; the operator's own text is read like the runbook's. Pins only raise what was read. */
export function classify({ piece }: PlannedPiece, edited: string | null): Classified {
  if (edited === null) return { ...ofMark(piece.destructive), interactive: piece.interactive?.word ?? null, follow: piece.follow?.word ?? null };
  const { hazards } = analyzeShell(edited);
  const first = (kind: (typeof hazards)[number]['hazard']): string | null => hazards.find(({ hazard }) => hazard === kind)?.word ?? null;
  const pinned = piece.destructive?.from === 'pin' ? piece.destructive.word : null;
  const word = first('destructive') ?? pinned;
  return { effect: word === null ? 'changes' : 'destroys', effectWord: word, interactive: first('interactive'), follow: first('follow') };
}

function ofMark(mark: Mark | null): Pick<Classified, 'effect' | 'effectWord'> {
  return mark === null ? { effect: 'changes', effectWord: null } : { effect: 'destroys', effectWord: mark.word };
}
