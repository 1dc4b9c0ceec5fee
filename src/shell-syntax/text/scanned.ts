import type { CodeRange, ShellHeredoc } from '../../model/index.ts';
import type { PlaceholderHit } from './placeholder.ts';

/** A comment's place; `end` is the end of its line. */
export interface ScannedComment extends CodeRange {
  /** Whether it stands in no substitution, group or quote. */
  readonly outer: boolean;
}

/** A heredoc with the places of its operator and of its body, closing line included. */
export interface ScannedHeredoc extends ShellHeredoc {
  readonly bodyStart: number;
}

/** What is found character by character, before (and independently of) parsing. */
export interface Scan {
  readonly comments: readonly ScannedComment[];
  readonly heredocs: readonly ScannedHeredoc[];
  readonly placeholders: readonly PlaceholderHit[];
  /** How many substitutions and groups are open at once. */
  readonly deepest: number;
}
