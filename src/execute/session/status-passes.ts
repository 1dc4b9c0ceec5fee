import type { ExpectationChecked, Unstamped } from '../../events/index.ts';
import type { CommandStep } from '../../model/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';

/** Programs whose status 1 means that they found no match or a difference, which may be just what a check expects. */
const COMPARE: ReadonlySet<string> = new Set(['grep', 'egrep', 'fgrep', 'zgrep', 'diff', 'cmp', 'rg']);

/** Whether an exit status counts as passed: it is in the `exit` pin, or it is 1 from a final `grep` or `diff` whose expectations held. */
export function statusPasses(step: CommandStep, { piece }: PlannedPiece, exitCode: number | null, checks: readonly Unstamped<ExpectationChecked>[]): boolean {
  if (exitCode === null) return false;
  if ((step.pins.exit?.value ?? [0]).includes(exitCode)) return true;
  if (exitCode !== 1 || step.pins.exit !== undefined || !checks.some(({ status }) => status === 'held') || checks.some(({ status }) => status === 'failed')) return false;
  const last = step.shell.commands.filter(({ topLevel, start, end }) => topLevel && piece.start <= start && end <= piece.end).sort((a, b) => a.start - b.start).at(-1);
  return last !== undefined && COMPARE.has(last.name);
}
