import type { DoubtAnswer, DoubtKind, Effect } from '../model/index.ts';

/**
 * What `runbook.lock` holds: what each runbook came to when somebody reviewed it. Digests are the first 16 hex digits of a SHA-256.
 * Keys of the file are these names; what is empty, `null` or by default is left out there.
 */
export interface LockFile {
  /** Version of this format. */
  readonly format: number;
  /** By path from the repository's root, with `/`, sorted. */
  readonly runbooks: ReadonlyMap<string, LockEntry>;
}

/** What one runbook came to. */
export interface LockEntry {
  /** Of the file's bytes. */
  readonly digest: string;
  /** Which version of the reader read it. */
  readonly reader: string;
  readonly locked: Signature;
  readonly targets: readonly string[];
  readonly parameters: readonly LockedParameter[];
  readonly alternatives: readonly LockedAlternative[];
  readonly steps: readonly LockedStep[];
}

/** Who did it, and the day in UTC, `2026-11-28`. */
export interface Signature {
  readonly by: string;
  readonly on: string;
}

export interface LockedParameter {
  readonly name: string;
  readonly kind: string;
  readonly example: string | null;
  readonly default: string | null;
  readonly secret: boolean;
  readonly pattern: string | null;
  /** Where its value comes from by itself: the target's name or a column of its row. */
  readonly column: string | null;
}

export interface LockedAlternative {
  readonly choices: readonly string[];
}

export interface LockedStep {
  readonly id: string;
  /** For the reader of the file only: it may change. */
  readonly title: string;
  readonly kind: 'command' | 'manual';
  /** Why it is out by default; `null` where it is in. */
  readonly out: string | null;
  /** The targets that it is for; empty: all. */
  readonly for: readonly string[];
  /** Digest of what a person is to do by hand. */
  readonly words: string | null;
  readonly callouts: readonly string[];
  readonly pieces: readonly LockedPiece[];
}

export interface LockedPiece {
  readonly title: string | null;
  readonly kind: 'command' | 'manual';
  /** Digest of the code as written. */
  readonly code: string;
  readonly effect: Effect;
  readonly word: string | null;
  /** A person's word that it does less than was read. */
  readonly lowered: (Signature & { readonly effect: Effect }) | null;
  readonly on: string | null;
  readonly interactive: string | null;
  readonly follow: string | null;
  readonly revealing: string | null;
  readonly pins: string | null;
  readonly parameters: readonly string[];
  readonly checks: readonly string[];
  readonly doubts: readonly LockedDoubt[];
}

export interface LockedDoubt {
  readonly kind: DoubtKind;
  /** Digest of the words that made it. */
  readonly words: string;
  readonly settled: (Signature & { readonly answer: DoubtAnswer }) | null;
}

/** One way in which a runbook comes to something else than locked. */
export interface Difference {
  readonly path: string;
  /** Id of the step, or `null` where it is about the runbook. */
  readonly step: string | null;
  /** Line of the runbook, from 1; `null` where what is spoken of is gone. */
  readonly line: number | null;
  readonly kind: 'new' | 'gone' | 'moved' | 'changed' | 'void';
  /** e.g. ``step `verify-2`: was `reads`, is `destroys` (delete)``. */
  readonly text: string;
}
