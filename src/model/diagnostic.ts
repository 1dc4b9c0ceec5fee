import type { Span } from './span.ts';

/** How bad a finding is; `--fail-on` says from which on `lint` exits with 1. */
export type Severity = 'error' | 'warning' | 'info';

/** Replaces `[start, end)` of the file, in file offsets, by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with edits made, back to front. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  return edits.toSorted((a, b) => b.start - a.start || b.end - a.end).reduce((made, { start, end, text: by }) => made.slice(0, start) + by + made.slice(end), text);
}

/** A remark of the reader or a rule about a place in a file. */
export interface Diagnostic {
  /** Rule id, e.g. `unclosed-fence`, `shellcheck/SC2086`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Names the actual and the expected value. */
  readonly message: string;
  readonly span: Span;
  /** Another place that the message refers to. */
  readonly related?: { readonly message: string; readonly path?: string; readonly span: Span };
  /** A repair, as edits that do not overlap. No repair makes a block run that did not run before. */
  readonly fix?: readonly Edit[];
  /** The repair changes a command or the meaning of a sentence, so somebody has to look at it or ask for such repairs. */
  readonly unsafe?: true;
  /** The repair settles what holds a block, or is a guess at what was meant: only editors offer it, where a person chooses. */
  readonly inEditor?: true;
  /** What is missing is a convention that not every team follows. */
  readonly habit?: true;
  /** Right, and seldom worth a look by itself: editors show it, lint only where its rule is named. */
  readonly hint?: true;
  /** Another file that the finding is also about, as the caller names it. */
  readonly dependsOn?: string;
}

/** Rule ids for a file that was not read. */
const NOT_READ: ReadonlySet<string> = new Set(['too-large', 'too-costly', 'unreadable']);

/** Whether a diagnostic says that the file was not read, so that nothing else is known about it. */
export function saysNotRead({ rule }: Diagnostic): boolean {
  return NOT_READ.has(rule);
}
