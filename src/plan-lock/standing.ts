import type { Plan } from '../plan/index.ts';
import { compare } from './compare.ts';
import { comingOf } from './entry.ts';
import type { Difference, LockEntry, Signature } from './types.ts';

/** How a runbook stands to the lock. */
export type Standing =
  | { readonly kind: 'not-locked' }
  | { readonly kind: 'as-locked'; readonly locked: Signature }
  /** `read`: the file is as it was, and this version reads it differently. */
  | { readonly kind: 'differs'; readonly locked: Signature; readonly differences: readonly Difference[]; readonly read: boolean };

/** Compares a runbook's plan with its entry. The plan must be that of an empty request. */
export function standingOf(path: string, plan: Plan, bytes: string, entry: LockEntry | null): Standing {
  if (entry === null) return { kind: 'not-locked' };
  const { locked } = entry;
  const lines = new Map(plan.steps.map(({ step }) => [step.id, step.span.start.line]));
  const differences = compare(path, entry, comingOf(plan), lines);
  if (differences.length === 0) return { kind: 'as-locked', locked };
  const read = bytes === entry.digest;
  return { kind: 'differs', locked, read, differences: read ? differences.map((each) => ({ ...each, text: `read differently by this version: ${each.text}` })) : differences };
}
