import type { Diagnostic } from './diagnostic.ts';
import type { Runbook } from './runbook.ts';

/** Pins that say something which cannot be followed: nobody should run past them unseen. */
export function invalidPins({ diagnostics }: Pick<Runbook, 'diagnostics'>): readonly Diagnostic[] {
  return diagnostics.filter(({ rule, severity }) => rule === 'invalid-pin' && severity === 'error');
}
