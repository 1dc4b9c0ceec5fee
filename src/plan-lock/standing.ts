import { compare, type Lines } from './compare.ts';
import type { Coming } from './entry.ts';
import type { Difference, LockEntry, Signature } from './types.ts';

/** The standing of a runbook to the lock. */
export type Standing =
  | { readonly kind: 'not-locked'; readonly formerly?: FormerEntry }
  | { readonly kind: 'as-locked'; readonly locked: Signature }
  /** `read`: the file is unchanged, but this version reads it differently. */
  | { readonly kind: 'differs'; readonly locked: Signature; readonly differences: readonly Difference[]; readonly read: boolean };

/** The entry of a runbook before it was moved; its old file is gone. */
export interface FormerEntry {
  readonly name: string;
  readonly locked: Signature;
  readonly differences: readonly Difference[];
}

/** A runbook as it is read now. */
export interface NowRead {
  /** Digest of the file's bytes. */
  readonly digest: string;
  readonly coming: Coming;
  readonly lines: Lines;
}

/** Compares a runbook with its entry. */
export function standingOf(path: string, { digest, coming, lines }: NowRead, entry: LockEntry): Standing {
  const { locked } = entry;
  const differences = compare(path, entry, coming, lines);
  if (differences.length === 0) return { kind: 'as-locked', locked };
  const read = digest === entry.digest;
  return { kind: 'differs', locked, read, differences: read ? differences.map((each) => ({ ...each, text: `read differently by this version: ${each.text}` })) : differences };
}
