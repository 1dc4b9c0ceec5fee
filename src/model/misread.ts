import type { Diagnostic } from './diagnostic.ts';
import type { Runbook } from './runbook.ts';

/** What is wrong with the text itself, pins aside: a fence that is never closed swallows the steps below it. */
export function misread({ diagnostics }: Pick<Runbook, 'diagnostics'>): readonly Diagnostic[] {
  return diagnostics.filter(({ rule, severity }) => severity === 'error' && rule !== 'invalid-pin');
}
