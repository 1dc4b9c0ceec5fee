import { type Place, type Runbook, shellPlace } from '../../model/index.ts';
import type { ShellBlock } from './places.ts';

/** Where a part of a block runs, as the pin `on=` says; `null` where nothing says so, which is here. */
export function whereItRuns({ steps }: Runbook, { fence }: ShellBlock, offset: number): Place | null {
  const step = fence.step === null ? undefined : steps[fence.step];
  if (step?.kind !== 'command') return null;
  return (step.pieces.find(({ start, end }) => offset >= start && offset < end) ?? step.pieces[0])?.on ?? null;
}

/** Whether two parts run in one shell, which has the variables of both. */
export function sharesShell(a: Place | null, b: Place | null): boolean {
  return shellPlace(a) === shellPlace(b);
}
