import type { DoubtAnswer, DoubtKind, Effect } from '../model/index.ts';

/**
 * The contents of `runbook.lock`: how each runbook was understood when somebody reviewed it. Digests are the first 16 hex digits of a SHA-256.
 * The keys in the file are these names; empty, `null` and default values are left out.
 */
export interface LockFile {
  /** Version of this format. */
  readonly format: number;
  /** By path from the repository's root, with `/`, sorted. */
  readonly runbooks: ReadonlyMap<string, LockEntry>;
}

/** The entry of one runbook. */
export interface LockEntry {
  /** Digest of the file's bytes. */
  readonly digest: string;
  /** The version of the reader that read it. */
  readonly reader: string;
  readonly locked: Signature;
  readonly targets: readonly string[];
  readonly parameters: readonly LockedParameter[];
  readonly alternatives: readonly LockedAlternative[];
  readonly steps: readonly LockedStep[];
}

/** Who locked it, and the day in UTC, `2026-11-28`. */
export interface Signature {
  readonly by: string;
  readonly on: string;
}

/** A parameter as the reader found it; a value that was given is in no lock. */
export interface LockedParameter {
  readonly name: string;
  readonly kind: string;
  readonly example: string | null;
  readonly default: string | null;
  readonly secret: boolean;
  readonly pattern: string | null;
  /** Where its value comes from without being asked for: the target's name or a column of its row. */
  readonly column: string | null;
}

interface LockedAlternative {
  readonly choices: readonly string[];
}

/** A step as it was understood, in document order. */
export interface LockedStep {
  readonly id: string;
  /** Only for readers of the file; a change is not a difference. */
  readonly title: string;
  readonly kind: 'command' | 'manual';
  /** Why it is out by default; `null` if it is in. */
  readonly out: string | null;
  /** The targets that it is for; empty means all. */
  readonly for: readonly string[];
  /** Digest of a manual step's text. */
  readonly words: string | null;
  readonly callouts: readonly string[];
  readonly pieces: readonly LockedPiece[];
}

/** A piece of a step; each of its checks is a kind and a digest, its pins are as `key=value`. */
export interface LockedPiece {
  readonly title: string | null;
  readonly kind: 'command' | 'manual';
  /** Digest of the code as written. */
  readonly code: string;
  readonly effect: Effect;
  readonly word: string | null;
  /** A person's statement that it does less than was read. */
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

/** A doubt about a piece, and what the team answered; `null` while it is open. */
export interface LockedDoubt {
  readonly kind: DoubtKind;
  /** Digest of the words that raised it. */
  readonly words: string;
  readonly settled: (Signature & { readonly answer: DoubtAnswer }) | null;
}

/** One difference between a runbook and its entry. */
export interface Difference {
  readonly path: string;
  /** Id of the step; `null` if it is about the whole runbook. */
  readonly step: string | null;
  /** Line of the runbook, from 1; `null` if the subject is gone. */
  readonly line: number | null;
  readonly kind: 'new' | 'gone' | 'moved' | 'changed' | 'void';
  /** e.g. ``step `verify-2`: was `reads`, is `destroys` (delete)``. */
  readonly text: string;
}
