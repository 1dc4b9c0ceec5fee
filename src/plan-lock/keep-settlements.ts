import type { Coming } from './entry.ts';
import type { LockedPiece, LockEntry } from './types.ts';

/** An entry with the earlier settlements, wherever code and words are unchanged. */
export function keepSettlements(now: Coming, was: LockEntry | null): Coming {
  if (was === null) return now;
  const before = new Map(was.steps.map((step) => [step.id, step]));
  return { ...now, steps: now.steps.map((step) => ({ ...step, pieces: step.pieces.map((piece, index) => keepPiece(piece, before.get(step.id)?.pieces[index])) })) };
}

function keepPiece(piece: LockedPiece, was: LockedPiece | undefined): LockedPiece {
  if (was === undefined || was.code !== piece.code) return piece;
  const doubts = piece.doubts.map((doubt) => ({ ...doubt, settled: was.doubts.find(({ kind, words }) => kind === doubt.kind && words === doubt.words)?.settled ?? null }));
  return { ...piece, lowered: was.effect === piece.effect ? was.lowered : null, doubts };
}
