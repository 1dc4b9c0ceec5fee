import type { CommandStep, DoubtKind, Runbook, Step } from '../../model/index.ts';
import { onlyPrepares } from './only-prepares.ts';

/** Lines that no shell runs as they stand, so that what was read from them says little. */
const NO_CODE: readonly DoubtKind[] = ['not-a-command', 'unparsed'];

/** Whether a step destroys something, where that is not only to get ready; output, and code that no shell can read, do not count. */
export function destroys(step: Step): step is CommandStep {
  if (step.kind !== 'command' || step.destructive === null || onlyPrepares(step)) return false;
  return step.destructive.from === 'pin' || step.pieces.some(({ destructive, doubts }) => destructive !== null && !doubts.some(({ kind }) => NO_CODE.includes(kind)));
}

/** The first step that destroys something. */
export function firstDestructive({ steps }: Runbook): CommandStep | null {
  return steps.find(destroys) ?? null;
}
