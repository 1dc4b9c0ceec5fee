import type { Span } from './span.ts';

/** A table of things that can be acted on. */
export interface Inventory {
  /** Header of the first column. */
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: readonly InventoryRow[];
  readonly span: Span;
}

/** A row of an inventory: one thing that can be acted on. */
export interface InventoryRow {
  readonly name: string;
  /** By column, marks stripped (links: their address when the text is no URL). */
  readonly cells: Readonly<Record<string, string>>;
  readonly cellSpans: Readonly<Record<string, Span>>;
  readonly span: Span;
}

/** What `--target` can name. `inventory` and `row` are indices, `null` where no table lists it. */
export interface Target {
  /** A name, or a glob such as `raxx-velvet-*`. */
  readonly name: string;
  readonly glob: boolean;
  readonly from: 'inventory' | 'system' | 'section';
  readonly inventory: number | null;
  readonly row: number | null;
  readonly span: Span;
}
