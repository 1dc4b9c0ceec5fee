import type { OutcomeCounts, RunFinished } from '../events/index.ts';
import type { ColumnRole } from './columns/index.ts';

/** The part of a history table that shapes the next row. Cells are Markdown as written, without padding. */
export interface TableSample {
  /** Header cells, marks stripped. */
  readonly columns: readonly string[];
  /** Rows in file order; for a long table only those at both ends. */
  readonly rows: readonly (readonly string[])[];
}

/** The facts of a run for its row, as plain data. */
export interface RowFacts {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Measured by a monotonic clock; `null` if nobody measured it. */
  readonly durationMs: number | null;
  readonly operator: string;
  readonly target: string | null;
  /** Cells of the target's inventory row, by column. */
  readonly targetRow: Readonly<Record<string, string>>;
  /** `null` if only the operator knows, as for a run done by hand. */
  readonly outcome: OutcomeFacts | null;
  /** Values of parameters and captures by name, without secrets. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `--record` cells by column, as given. */
  readonly record: Readonly<Record<string, string>>;
  /** Address of the run's report; only a column that asks for a link gets it. */
  readonly report: string | null;
}

/** Something in the plan that was left out. */
export interface NotRun {
  readonly what: string;
  readonly why: string;
  /** It ran, failed, and was then skipped. */
  readonly failed?: true;
  /** It would have done more than read, and nobody decided to leave it out. */
  readonly acts?: true;
}

/** What happened; each list has the most telling first. */
export interface OutcomeFacts {
  readonly status: RunFinished['status'];
  /** `step 4 "Confirm dynos are up": expected web.1: up`; `''` when passed. */
  readonly reason: string;
  /** Whether an earlier row tells where this run was broken off, since it was resumed. */
  readonly resumed: boolean;
  /** Texts of the expectations that held. */
  readonly held: readonly string[];
  /** Texts of the expectations that were not checked. */
  readonly unverified: readonly string[];
  /** Failures that the operator accepted, with the reason. */
  readonly accepted: readonly string[];
  /** What was in the plan and was left out, with the reason: `check of api.raxx.app` / `unbound host`. */
  readonly notRun: readonly NotRun[];
  /** Orders to stop or wait that somebody said do not hold the run up, with the reason. */
  readonly gates: readonly string[];
  /** The operator's notes. */
  readonly notes: readonly string[];
  /** Who judged by eye, and who confirmed pieces by more than Enter. */
  readonly byEye: readonly string[];
  readonly confirmedBy: readonly string[];
  /** Programs in which somebody approved what an agent wanted to run. */
  readonly approvedIn: readonly string[];
  /** Names of the second persons who approved something. */
  readonly approvedBy: readonly string[];
  /** The counts in `run-finished`; `null` if it has none. */
  readonly counts: OutcomeCounts | null;
}

/** What a row is composed from. */
export interface RowInput extends RowFacts {
  readonly table: TableSample;
  /** Values with the shape of `example`, best first, for an open cell. */
  readonly suggest?: (example: string) => readonly string[];
}

/** The origin of a cell's value. */
export type CellSource = 'given' | 'number' | 'date' | 'target' | 'operator' | 'duration' | 'outcome' | 'parameter' | 'shape' | 'report' | 'open';

/** A cell of the next row, and how it came by its value. */
export interface ComposedCell {
  readonly column: string;
  /** The purpose of the column, from its name. */
  readonly role: ColumnRole;
  /** Markdown that is safe in a table cell: one line, pipes escaped, backquotes balanced, at most 200 characters; `—` if it is open. */
  readonly value: string;
  readonly source: CellSource;
  /** The nearest filled cell above, or `''`. */
  readonly above: string;
  /** For an open cell, best first. */
  readonly suggestions: readonly string[];
}

/** The next row, cells in the order of the columns. */
export interface ComposedRow {
  readonly cells: readonly ComposedCell[];
  /** The open columns. */
  readonly open: readonly string[];
  /** `--record` names that no column has. */
  readonly unknown: readonly string[];
  /** The run failed or was aborted, and no column has room to say so. */
  readonly unsaid: boolean;
}

/** A row to write, with all that is needed to write it later. */
export interface RecordRequest {
  readonly path: string;
  readonly columns: readonly string[];
  /** Safe Markdown, one per column. */
  readonly cells: readonly string[];
  readonly target: string | null;
  readonly operator: string;
  /** Id of the run, or of the recording by hand. */
  readonly runId: string;
  /** First word of the outcome: `Success`, `Failed`, `Aborted`. */
  readonly outcome: string;
  readonly title?: string | null;
  /** Whether to create a section if the file has no history table. */
  readonly addHistory?: boolean;
  readonly commit?: boolean;
  /** Implies `commit`. */
  readonly push?: boolean;
  readonly now?: Date;
}

/** What became of a row. */
export type RecordResult =
  | {
      readonly status: 'written';
      /** The row as it stands in the file, without the line ending. */
      readonly row: string;
      /** From 1. */
      readonly line: number;
      /** Set when a commit was asked for. */
      readonly commit?: CommitResult;
    }
  /** Waiting in the state folder; or lost to both, if storing it failed too. */
  | { readonly status: 'kept' | 'lost'; readonly row: string; /** One line. */ readonly reason: string; /** What to do now. */ readonly advice: string };

/** What became of the commit of a row; `commit` is its full hash. */
export type CommitResult =
  /** `onBranch` is false where HEAD is on none: whoever switches to one leaves the commit behind. */
  | { readonly status: 'committed' | 'pushed'; readonly commit: string; readonly onBranch: boolean }
  /** `commit` is set if the commit was made and only the push failed. */
  | { readonly status: 'failed'; readonly reason: string; readonly commit?: string };

/** A row that could not be written yet. */
export interface KeptRow {
  readonly id: string;
  readonly keptAt: string;
  readonly reason: string;
  readonly request: RecordRequest;
  /** How the run ended, in case it was killed before its journal said so. */
  readonly end?: { readonly status: RunFinished['status']; readonly reason: string; readonly durationMs: number };
  /** Set while it is being written: how many identical rows the file had before. */
  readonly attempted?: number;
}

/** An outcome by its first telling word; `unknown` where it has none. */
export type OutcomeClass = 'success' | 'failed' | 'aborted' | 'unknown';

/** One row of a history table as read; people write all sorts of things there. */
export interface Execution {
  readonly path: string;
  readonly line: number;
  /** `null` if no column holds a readable date. */
  readonly date: Date | null;
  readonly dateText: string;
  readonly target: string | null;
  readonly operator: string | null;
  readonly outcome: OutcomeClass;
  readonly outcomeText: string;
  /** Whether it was broken off there and resumed: the same run has a later row, with which it counts as one. */
  readonly wentOn: boolean;
  readonly durationSeconds: number | null;
  /** It took less than that, as in `<1`. */
  readonly durationIsBound: boolean;
  /** By column, marks stripped. */
  readonly cells: Readonly<Record<string, string>>;
}

/** All executions that a runbook's table tells of. */
export interface RunbookHistory {
  readonly path: string;
  readonly title: string | null;
  readonly budgetSeconds: number | null;
  /** Oldest first. */
  readonly executions: readonly Execution[];
  readonly unreadable: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

/** Sums over the executions of a runbook; durations in seconds. */
export interface HistoryTotals {
  readonly runs: number;
  /** Share of the runs with a known outcome, 0–1; `null` if there are none. */
  readonly successRate: number | null;
  readonly medianSeconds: number | null;
  /** Whether the median, or the worst, comes from a `<1` cell and is an upper bound. */
  readonly medianIsBound: boolean;
  readonly worstSeconds: number | null;
  readonly worstIsBound: boolean;
  readonly overBudget: number;
  readonly lastSuccess: Date | null;
  readonly daysSinceSuccess: number | null;
  readonly sparkline: string;
}
