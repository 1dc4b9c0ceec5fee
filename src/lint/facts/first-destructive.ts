import type { CommandStep, Runbook } from '../../model/index.ts';
import { onlyPrepares } from './only-prepares.ts';

/** The first step that destroys something, where that is not only to get ready; lines that are not commands, such as output, do not count. */
export function firstDestructive({ steps }: Runbook): CommandStep | null {
  for (const step of steps) {
    if (step.kind !== 'command' || step.destructive === null || onlyPrepares(step)) continue;
    const destroys = step.pieces.some(({ destructive, doubts }) => destructive !== null && !doubts.some(({ kind }) => kind === 'not-a-command'));
    if (destroys || step.destructive.from === 'pin') return step;
  }
  return null;
}
