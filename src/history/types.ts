import type { OutcomeCounts } from '../events/index.ts';
import type { ColumnRole } from './columns/index.ts';

/** The part of a history table that shapes the next row. Cells are Markdown as written, without padding. */
export interface TableSample {
  /** Header cells, marks stripped. */
  readonly columns: readonly string[];
  /** Rows in file order; of a long table only those at both ends. */
  readonly rows: readonly (readonly string[])[];
}

/** What a run says of itself, as plain data. */
export interface RowFacts {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Of a monotonic clock; `null` where nobody measured it. */
  readonly durationMs: number | null;
  readonly operator: string;
  readonly target: string | null;
  /** Cells of the target's inventory row, by column. */
  readonly targetRow: Readonly<Record<string, string>>;
  /** `null` where only the operator knows: a run done by hand. */
  readonly outcome: OutcomeFacts | null;
  /** Values of parameters and captures by name; secrets left out. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `--record` cells by column, as given. */
  readonly record: Readonly<Record<string, string>>;
  /** Where the report of the run is; only a column that asks for a link gets it. */
  readonly report: string | null;
}

/** What happened, most telling first within each list. */
export interface OutcomeFacts {
  readonly status: 'passed' | 'failed' | 'aborted';
  /** `step 4 "Confirm dynos are up": expected web.1: up`; `''` when passed. */
  readonly reason: string;
  /** Texts of the expectations that held. */
  readonly held: readonly string[];
  /** Texts of the expectations that nobody or nothing checked. */
  readonly unverified: readonly string[];
  /** What failed and the operator accepted, with the reason. */
  readonly accepted: readonly string[];
  /** What did not run although the plan had it, with why: `check of api.raxx.app` / `unbound host`. */
  readonly notRun: readonly { readonly what: string; readonly why: string }[];
  /** What the operator noted. */
  readonly notes: readonly string[];
  /** What a person judged by eye and let run by more than a key, with who. */
  readonly byEye: readonly string[];
  readonly confirmedBy: readonly string[];
  /** Programs in which somebody approved what an agent ran. */
  readonly approvedIn: readonly string[];
  /** Second persons, as they are named. */
  readonly approvedBy: readonly string[];
  /** Where the run said them. */
  readonly counts: OutcomeCounts | null;
}

export interface RowInput extends RowFacts {
  readonly table: TableSample;
  /** Hides secrets. */
  readonly mask?: (text: string) => string;
  /** Values of the shape of `example`, best first, for a cell that is open. */
  readonly suggest?: (example: string) => readonly string[];
}

/** Where a cell's value came from. */
export type CellSource = 'given' | 'number' | 'date' | 'target' | 'operator' | 'duration' | 'outcome' | 'parameter' | 'shape' | 'report' | 'open';

export interface ComposedCell {
  readonly column: string;
  /** What the column's name says it is for. */
  readonly role: ColumnRole;
  /** Markdown that is safe in a table cell: one line, pipes escaped, backquotes balanced, at most 200 characters; `—` where it is open. */
  readonly value: string;
  readonly source: CellSource;
  /** The parameter that filled it, where one did. */
  readonly parameter?: string;
  /** The nearest filled cell above, or `''`. */
  readonly above: string;
  /** For an open cell, best first. */
  readonly suggestions: readonly string[];
}

export interface ComposedRow {
  readonly cells: readonly ComposedCell[];
  /** Columns that nothing filled. */
  readonly open: readonly string[];
  /** `--record` names that no column has. */
  readonly unknown: readonly string[];
  /** The run failed or was aborted, and no column could say so. */
  readonly unsaid: boolean;
}

/** A row to write, and all that is needed to write it later. */
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
  /** Heading of the table's section, where there are several tables and the caller chose one. */
  readonly heading?: string;
  /** Make the section where the file has no history table. */
  readonly addHistory?: boolean;
  readonly commit?: boolean;
  /** Implies `commit`. */
  readonly push?: boolean;
  readonly now?: Date;
}

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
  /** Waiting in the state folder, or in neither place where that failed as well. */
  | { readonly status: 'kept' | 'lost'; readonly row: string; /** One line. */ readonly reason: string; /** What to do now. */ readonly advice: string };

export type CommitResult =
  | { readonly status: 'committed' | 'pushed'; readonly commit: string }
  /** `commit` is set where the commit was made and only the push failed. */
  | { readonly status: 'failed'; readonly reason: string; readonly commit?: string };

/** A row that could not be written yet. */
export interface KeptRow {
  readonly id: string;
  readonly keptAt: string;
  readonly reason: string;
  readonly request: RecordRequest;
  /** How the run ended, where it is a run's: for one that was killed before its journal said so. */
  readonly end?: { readonly status: 'passed' | 'failed' | 'aborted'; readonly reason: string; readonly durationMs: number };
  /** Set while it is being written: how many rows of the same text the file had before. */
  readonly attempted?: number;
}

export type OutcomeClass = 'success' | 'failed' | 'aborted' | 'unknown';

/** One row of a history table as read, hand-written oddities and all. */
export interface Execution {
  readonly path: string;
  readonly line: number;
  /** `null` where no column holds a date that can be read. */
  readonly date: Date | null;
  readonly dateText: string;
  readonly target: string | null;
  readonly operator: string | null;
  readonly outcome: OutcomeClass;
  readonly outcomeText: string;
  readonly durationSeconds: number | null;
  /** It took less than that: `<1`. */
  readonly durationIsBound: boolean;
  /** By column, marks stripped. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface RunbookHistory {
  readonly path: string;
  readonly title: string | null;
  readonly budgetSeconds: number | null;
  /** Oldest first. */
  readonly executions: readonly Execution[];
  readonly unreadable: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

export interface HistoryTotals {
  readonly runs: number;
  /** Of the runs whose outcome is known, 0–1; `null` where there is none. */
  readonly successRate: number | null;
  readonly medianSeconds: number | null;
  /** Whether the median, or the worst, is of rows that say `<1`: it took less. */
  readonly medianIsBound: boolean;
  readonly worstSeconds: number | null;
  readonly worstIsBound: boolean;
  readonly overBudget: number;
  readonly lastSuccess: Date | null;
  readonly daysSinceSuccess: number | null;
  readonly sparkline: string;
}
