import { type AmbientContext, commandsAt } from '../../context/index.ts';
import type { PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { shellOf } from '../asking/index.ts';
import type { Trip } from './trip.ts';

/** What a piece would act on now without naming it, such as the kube context. */
export function ambientOf({ session, options }: Trip, { step }: PlannedStep, piece: PlannedPiece, edited: string | null): readonly AmbientContext[] {
  const { commands } = shellOf(step, edited ?? piece.code.text);
  return options.machine.context(commandsAt(piece.on, commands), () => session.surroundings());
}
