import type { AmbientContext } from '../context/index.ts';
import type { RunState } from '../events/index.ts';
import type { RunSession } from '../execute/index.ts';
import type { Once } from '../history/index.ts';
import type { ShellAnalysis, ShellCommand } from '../model/index.ts';
import type { Plan, PlannedStep } from '../plan/index.ts';
import type { ApprovalRule } from '../settings/index.ts';
import type { RecordRow } from './prompts/index.ts';

/** The machine that a walk runs on, passed in: the walk itself starts no process and writes no file. */
export interface Machine {
  /** Opens the run, once its target is known. */
  open(plan: Plan): Promise<RunSession>;
  /** The programs that a step needs and the machine does not have: the one that runs its block, and those that code to run here calls. */
  missingPrograms(step: PlannedStep, here: CodeHere | null): readonly string[];
  /** What commands act on without naming it; `surroundings` returns the folder and environment of the next piece. */
  context(commands: readonly Pick<ShellCommand, 'name' | 'args'>[], surroundings: () => ReturnType<RunSession['surroundings']>): readonly AmbientContext[];
  /** Writes the history row of a finished run; `null` if none is wanted. */
  readonly row: RowPort | null;
}

/** Code that would run on this machine, the steps up to its own, and the folder and environment that it would have. */
export interface CodeHere {
  readonly shell: ShellAnalysis;
  before(): readonly PlannedStep[];
  surroundings(): ReturnType<RunSession['surroundings']>;
}

/** The part of a run session that a history row is made from, and that records what became of it. */
export type RowSession = Pick<RunSession, 'id' | 'plan' | 'state' | 'events' | 'outputTail' | 'recorded' | 'broken' | 'mask'>;

/** The history row, from the run's events to the file. */
export interface RowPort {
  prepare(session: RowSession): Promise<Pick<RecordRow, 'path' | 'columns' | 'cells' | 'unknown' | 'unsaid'> | null>;
  /** Writes the row, replacing the one stored at the run's end. With `once` others may write it too; `null` if one of them does. */
  write(session: RowSession, cells: readonly string[], once?: Once): Promise<RowResult | null>;
  /** Records that the operator wants no row. */
  decline(session: RowSession): Promise<void>;
}

/** What became of a row. */
interface RowResult {
  readonly status: 'written' | 'kept' | 'lost';
  readonly text: string;
  /** What to tell the operator, in one or two lines. */
  readonly said: string;
  /** Whether everything was done: false if the row was only stored, or not committed as asked. */
  readonly complete: boolean;
  /** Whether what is said is more than that it was done. */
  readonly warns?: boolean;
}

/** A run as it was left: its state, and the end of what a piece wrote. */
export interface Earlier {
  readonly state: RunState;
  outputTail(step: string, piece: number): string;
}

/** The options of a walk. */
export interface WalkOptions {
  readonly plan: Plan;
  readonly operator: string;
  readonly machine: Machine;
  /** The prefix of its prompts' ids, different for each walk. */
  readonly ids: string;
  /** Names of production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** What a second person has to approve, and whether from a login of their own; absent if nothing. */
  readonly approvals?: { readonly rules: readonly ApprovalRule[]; readonly proven: boolean };
  /** Whether it continues an interrupted run. */
  readonly resumed: boolean;
  /** What a resumed run had come to, shown until it is open again. */
  readonly earlier?: Earlier;
  /** Set if the run was never left and only its driver has started anew, so that nobody need be told that it was resumed. */
  readonly moved?: boolean;
  /** Set if a person is asked before the run ends where sections for a run that goes otherwise were left out. */
  readonly asksToEnd?: boolean;
  /** Set if no person answers: endless commands are watched for this long, and manual steps are taken as read. */
  readonly unattended: { readonly followForMs: number } | null;
}
