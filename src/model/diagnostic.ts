import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Replace `[start, end)` of the file by `text` (file offsets). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something a reader or a rule has to say about a place in a file. */
export interface Diagnostic {
  /** Rule id, e.g. `unclosed-fence`, `shellcheck/SC2086`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Names the actual and the expected value. */
  readonly message: string;
  readonly span: Span;
  /** Another place that the message speaks of. */
  readonly related?: { readonly message: string; readonly path?: string; readonly span: Span };
  /** A repair; edits do not overlap. None makes a block run that did not. */
  readonly fix?: readonly Edit[];
  /** The repair changes a command, or what a sentence means: somebody has to look at it, or ask for such repairs. */
  readonly unsafe?: true;
  /** The block is held for it, so that the repair is offered in editors alone. */
  readonly inEditor?: true;
  /** What is missing is a habit that not every team has. */
  readonly habit?: true;
  /** Another file that the finding is about too, as the caller names it. */
  readonly dependsOn?: string;
}

/** Rules of the reader for a file that it did not read: too large, too costly, or written by nobody. */
const NOT_READ: ReadonlySet<string> = new Set(['too-large', 'too-costly', 'unreadable']);

/** Whether it says that the file was not read: then nothing else is known of it. */
export function saysNotRead({ rule }: Diagnostic): boolean {
  return NOT_READ.has(rule);
}
