import type { Diagnostic } from './diagnostic.ts';
import type { Runbook } from './runbook.ts';

/** The errors in the text itself, other than pins: a fence that is never closed, for example, swallows the steps below it. */
export function misread({ diagnostics }: Pick<Runbook, 'diagnostics'>): readonly Diagnostic[] {
  return diagnostics.filter(({ rule, severity }) => severity === 'error' && rule !== 'invalid-pin');
}
