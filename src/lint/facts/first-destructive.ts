import type { CommandStep, Runbook } from '../../model/index.ts';

/** The first step that destroys something; lines that are not commands, such as output, do not count. */
export function firstDestructive({ steps }: Runbook): CommandStep | null {
  for (const step of steps) {
    if (step.kind !== 'command' || step.destructive === null) continue;
    const destroys = step.pieces.some(({ destructive, doubts }) => destructive !== null && !doubts.some(({ kind }) => kind === 'not-a-command'));
    if (destroys || step.destructive.from === 'pin') return step;
  }
  return null;
}
