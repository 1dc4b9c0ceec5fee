import type { Diagnostic } from './diagnostic.ts';
import type { Gate } from './doubt.ts';
import type { Inventory, Target } from './inventory.ts';
import type { Parameter } from './parameter.ts';
import type { FilePins } from './pins.ts';
import type { AlternativeGroup, Budget, Callout, Section } from './section.ts';
import type { SourceText } from './source.ts';
import type { Located, Span } from './span.ts';
import type { Step } from './step.ts';
import type { Structure } from './structure.ts';

/**
 * A runbook as understood: everything that later layers need, so that none goes back to Markdown.
 * Lists are in document order. Indices (`section`, `inventory`, `step`) point into the lists of this object.
 */
export interface Runbook {
  /** The path as the caller gave it. */
  readonly path: string;
  readonly source: SourceText;
  /** Text of the first heading of depth 1, else of the first heading, else `null`. */
  readonly title: Located<string> | null;
  readonly metadata: Metadata;
  readonly pins: FilePins;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  readonly inventories: readonly Inventory[];
  /** Possible targets: inventory keys, then names and globs of the System line; each once, in order. */
  readonly targets: readonly Target[];
  readonly parameters: readonly Parameter[];
  /** Variables that a step sets for those below it; asked for only if that step is left out. */
  readonly variables: readonly Parameter[];
  readonly alternatives: readonly AlternativeGroup[];
  /** Sentences that say to stop, wait or look, in document order. */
  readonly gates: readonly Gate[];
  readonly templates: readonly Template[];
  /** Every history table; a run writes to the last one unless a target or heading selects another. */
  readonly histories: readonly HistoryTable[];
  /** "Expected wall-clock …: under 5 minutes", for the whole runbook. */
  readonly budget: Budget | null;
  readonly callouts: readonly Callout[];
  readonly structure: Structure;
  /** Problems found while reading: broken front matter, bad pins, unclosed fences, size limits. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Known keys by their canonical name; `entries` keeps every key as written, known or not. */
export interface Metadata {
  readonly owner: Located<string> | null;
  readonly system: readonly Located<string>[];
  readonly severity: Located<string> | null;
  readonly status: Located<string> | null;
  /** As written, e.g. `2026-05-14 UTC`. */
  readonly lastReviewed: Located<string> | null;
  /** As written, e.g. `90 days`. */
  readonly reviewIn: Located<string> | null;
  readonly lastIncident: Located<string> | null;
  readonly related: readonly Located<string>[];
  readonly audience: Located<string> | null;
  readonly approver: Located<string> | null;
  readonly escalation: Located<string> | null;
  readonly entries: readonly MetadataEntry[];
}

/** One key with its value, in front matter or before the first `##`. */
export interface MetadataEntry {
  /** As written. */
  readonly key: string;
  /** Canonical name (`owner`, `system`, `lastReviewed` …), or `null` for an unknown key. */
  readonly known: string | null;
  readonly value: string;
  readonly from: 'front-matter' | 'line' | 'table';
  readonly span: Span;
}

/** A message to send, with blanks in square brackets. */
export interface Template {
  readonly title: string;
  readonly text: string;
  readonly blanks: readonly string[];
  readonly section: number;
  readonly span: Span;
}

/** A table of past executions. */
export interface HistoryTable {
  readonly section: number;
  readonly columns: readonly Located<string>[];
  readonly rows: readonly HistoryRow[];
  readonly span: Span;
}

interface HistoryRow {
  readonly cells: readonly Located<string>[];
  readonly span: Span;
}
