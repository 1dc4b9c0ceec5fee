import type { StepStarted, Unstamped } from '../../events/index.ts';
import { type CommandStep, isFar, placeText } from '../../model/index.ts';
import { pieceEffect, type PlannedPiece, revealedBy } from '../../plan/index.ts';

/** The event for the start of an attempt, wherever the piece runs; `code` is the operator's edited text, or `null`. */
export function startedEvent({ step, piece, code, attempt, terminal }: { readonly step: CommandStep; readonly piece: PlannedPiece; readonly code: string | null; readonly attempt: number; readonly terminal: boolean }): Unstamped<StepStarted> {
  const own = piece.code.text;
  const edited = code === own ? null : code;
  const effect = pieceEffect(piece, edited);
  const revealing = revealedBy(piece, edited);
  return {
    type: 'step-started',
    step: step.id,
    piece: piece.piece.index,
    attempt,
    kind: 'command',
    title: piece.title ?? step.title,
    code: code ?? own,
    effect: effect.effect,
    effectWord: effect.word,
    ...(code === null || code === own ? {} : { original: own }),
    ...(terminal ? { interactive: true } : {}),
    ...(step.pins.background?.value === true ? { background: true } : {}),
    ...(isFar(piece.on) ? { on: placeText(piece.on) ?? '' } : {}),
    ...(piece.piece.follow === null ? {} : { follow: true }),
    ...(revealing === null ? {} : { revealing }),
  };
}
