import { type AmbientContext, commandsAt } from '../../context/index.ts';
import type { PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import type { Trip } from './trip.ts';

/** What a piece would act on now without naming it, such as the kube context. */
export function ambientOf({ session, options }: Trip, { step }: PlannedStep, piece: PlannedPiece, edited: string | null): readonly AmbientContext[] {
  const code = edited ?? piece.code.text;
  // Most steps are one piece that runs as it is written, and that was analysed when the runbook was read.
  const { commands } = step.kind === 'command' && step.code.text === code ? step.shell : analyzeShell(code);
  return options.machine.context(commandsAt(piece.on, commands), () => session.surroundings());
}
