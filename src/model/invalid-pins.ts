import type { Diagnostic } from './diagnostic.ts';
import type { Runbook } from './runbook.ts';

/** Diagnostics of pins that cannot be followed, which nobody should overlook before a run. */
export function invalidPins({ diagnostics }: Pick<Runbook, 'diagnostics'>): readonly Diagnostic[] {
  return diagnostics.filter(({ rule, severity }) => rule === 'invalid-pin' && severity === 'error');
}
