import { type AmbientContext, commandsAt } from '../../context/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import type { Trip } from './trip.ts';

/** What a piece would act on now without naming it, such as the kube context. */
export function ambientOf({ session, options }: Trip, piece: PlannedPiece, edited: string | null): readonly AmbientContext[] {
  const { commands } = analyzeShell(edited ?? piece.code.text);
  return options.machine.context(commandsAt(piece.on, commands), () => session.surroundings());
}
