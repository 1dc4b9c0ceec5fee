import type { CodeRange, Span } from './span.ts';

/** A place in a text that gets a value: offsets into that text. */
export type Slot = CodeRange & {
  /** As written there. */
  readonly literal: string;
  readonly span: Span;
} & (
    | { readonly kind: 'parameter'; readonly parameter: string }
    /** The target's own name, or another cell of its row. `column` is `null` for names of the System line. */
    | { readonly kind: 'target'; readonly target: string; readonly inventory: number | null; readonly row: number | null; readonly column: string | null }
  );
