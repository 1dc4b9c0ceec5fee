import type { AmbientContext } from '../context/index.ts';
import type { MissingProgram, RunSession } from '../execute/index.ts';
import type { Once } from '../history/index.ts';
import type { ShellCommand } from '../model/index.ts';
import type { Plan } from '../plan/index.ts';
import type { ApprovalRule } from '../settings/index.ts';
import type { RecordRow } from './prompts/index.ts';

/** What a walk is given of the machine that it runs on: it starts and writes nothing itself. */
export interface Machine {
  /** Opens the run once its target is known. */
  open(plan: Plan): Promise<RunSession>;
  missingPrograms(plan: Plan): readonly MissingProgram[];
  /** What commands act on without naming it; `surroundings` is where the next piece begins. */
  context(commands: readonly Pick<ShellCommand, 'name' | 'args'>[], surroundings: () => ReturnType<RunSession['surroundings']>): readonly AmbientContext[];
  /** The history row of an ended run; `null` where there is none to write. */
  readonly row: RowPort | null;
}

/** What a history row is made from, and where it is told what became of it. */
export type RowSession = Pick<RunSession, 'id' | 'plan' | 'state' | 'events' | 'outputTail' | 'recorded'>;

/** The history row, from the run's events to the file. */
export interface RowPort {
  prepare(session: RowSession): Promise<Pick<RecordRow, 'path' | 'columns' | 'cells' | 'unknown' | 'unsaid'> | null>;
  /** In the place of the one that is kept since the run's end; with `once` as others may write it too. `null` where one of them does. */
  write(session: RowSession, cells: readonly string[], once?: Once): Promise<RowResult | null>;
  /** Nobody wants it. */
  decline(session: RowSession): Promise<void>;
}

/** What became of a row. */
export interface RowResult {
  readonly status: 'written' | 'kept' | 'lost';
  readonly text: string;
  /** In one or two lines. */
  readonly said: string;
  /** Whether all that was asked for is done: not where it is kept, or not committed. */
  readonly complete: boolean;
}

/** How a walk is to go. */
export interface WalkOptions {
  readonly plan: Plan;
  readonly operator: string;
  readonly machine: Machine;
  /** What the ids of its prompts begin with, different for each walk. */
  readonly ids: string;
  /** Names that are production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** What a second person has to approve, and whether that has to be from a login of their own; nothing where it is not set. */
  readonly approvals?: { readonly rules: readonly ApprovalRule[]; readonly proven: boolean };
  /** Whether an interrupted run is gone on with. */
  readonly resumed: boolean;
  /** It was never left: only what drives it has begun anew. Nobody need be told that it was resumed. */
  readonly moved?: boolean;
  /** Set where no person answers: an endless command is watched so long, and steps by hand are taken as read. */
  readonly unattended: { readonly followForMs: number } | null;
}
