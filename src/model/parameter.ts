import type { Span } from './span.ts';

type ParameterKind = 'placeholder' | 'environment' | 'example' | 'pinned';

/** A value that a run needs. */
export interface Parameter {
  /** kebab-case for placeholders and examples, as written for environment variables. */
  readonly name: string;
  readonly kind: ParameterKind;
  /** As written where it is first used: `<prior-tag>`, `$APP`, `v84`. */
  readonly written: string;
  readonly example: string | null;
  /** A default from a pin; an example is never a default. */
  readonly default: string | null;
  readonly description: string | null;
  readonly pattern: string | null;
  readonly secret: boolean;
  /** The column of the target's row that fills it; `''` for the target's own name, `null` for none. */
  readonly column: string | null;
  /** The words that it was inferred from, e.g. `the known-good release (e.g., v84)`. */
  readonly from: string;
  /** Where it is first used or described. */
  readonly span: Span;
  /** Indices of the steps that use it. */
  readonly steps: readonly number[];
}
