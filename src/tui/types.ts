import type { RunEvent } from '../events/index.ts';
import type { RunSession, TerminalPort } from '../execute/index.ts';
import type { ExitCode } from '../model/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Streams } from './mount.tsx';

/** The history row of an ended run, and the way to write it. */
export interface RowToWrite {
  readonly where: string;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  readonly suggestions: readonly (readonly string[])[];
  /** Writes or keeps it; says what happened in one or two lines. */
  write(cells: readonly string[]): Promise<{ readonly code: ExitCode; readonly said: string }>;
}

/** What the walk is given: the view runs nothing and writes nothing itself. */
export interface WalkOptions {
  readonly plan: Plan;
  readonly operator: string;
  readonly streams: Streams;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The run to go on with, where one is resumed: no choice is asked for again. */
  readonly resumed: boolean;
  openRun(plan: Plan, terminal: TerminalPort, listener: (event: RunEvent) => void | Promise<void>): Promise<RunSession>;
  /** `null` where there is no row to write. */
  prepareRow(session: RunSession): Promise<RowToWrite | null>;
  /** The communication templates, filled. */
  templates(session: RunSession): string;
  /** Resolves with the reason once a signal asks the run to end. */
  readonly stop: { readonly asked: () => string | null; readonly wait: Promise<string>; readonly code: () => ExitCode };
}
