import type { DoubtAnswer, DoubtKind, Effect, PieceKey } from '../model/index.ts';
import type { EventBase } from './event-base.ts';
import type { ExpectationChecked, Output, StepFinished, StepSkipped, StepStarted } from './step-events.ts';

export type * from './step-events.ts';

/**
 * What happens in a run, in order: the lines of the journal and of `--format ndjson`. Users rely on these fields.
 * `time` is ISO 8601 UTC with milliseconds; durations are milliseconds of a monotonic clock.
 */
export type RunEvent =
  | RunStarted
  | ParameterSet
  | StepStarted
  | Output
  | ExpectationChecked
  | StepFinished
  | StepSkipped
  | SectionChosen
  | DoubtSettled
  | DoubtReopened
  | Confirmed
  | Note
  | RunFinished
  | HistoryRecorded
  | MessageSent;

/** A run begins, or goes on in another process. */
export interface RunStarted extends EventBase {
  readonly type: 'run-started';
  /** Absolute path of the runbook. */
  readonly runbook: string;
  readonly title: string | null;
  readonly target: string | null;
  readonly operator: string;
  readonly mode: 'walk' | 'unattended';
  /** Version of runbook. */
  readonly version: string;
  readonly pid: number;
  readonly host: string;
  /** SHA-256 of the runbook's text as it was read, hex; its file may have been edited since. */
  readonly digest: string;
  readonly sections: readonly string[];
  /** Ids of the steps in the plan, in order. */
  readonly steps: readonly string[];
  readonly budgetSeconds: number | null;
  /** The other options that chose steps, so that a resumed run chooses the same. */
  readonly choosing?: { readonly from: string | null; readonly only: readonly string[]; readonly skip: readonly string[]; /** Only what is known to only read. */ readonly readOnly?: boolean };
  /** What was asked for about the history row, so that a resumed run does the same; absent where nothing was. */
  readonly row?: { readonly history: boolean; readonly addHistory: boolean; readonly commit: boolean; readonly push: boolean; readonly record: Readonly<Record<string, string>> };
  /** Set when this event continues an interrupted run. */
  readonly resumed?: boolean;
}

/** A parameter has got a value. */
export interface ParameterSet extends EventBase {
  readonly type: 'parameter-set';
  readonly name: string;
  /** A secret is `***`. */
  readonly value: string;
  readonly source: 'set' | 'target' | 'environment' | 'default' | 'answer' | 'capture';
  readonly secret: boolean;
  /** The person who gave it, if it was one. */
  readonly who?: string;
  /** The value that it replaces, if there was one; a secret is `***`. */
  readonly was?: string;
  /** Pieces that ran with the earlier value and are asked for again. */
  readonly again?: readonly PieceKey[];
}

/** An alternative was chosen, or a section brought in, which changes the steps in the plan. */
export interface SectionChosen extends EventBase {
  readonly type: 'section-chosen';
  /** The name of the choice: the heading above it. */
  readonly name: string;
  /** `null`: none of them, or the operator left the menu. */
  readonly choice: string | null;
  /** For a menu: what has been chosen from it so far. */
  readonly chosen?: readonly string[];
  /** Why none is wanted, where nobody was asked: the operator went elsewhere. */
  readonly reason?: string;
  /** That none was wanted was taken back: it is asked again. */
  readonly reopened?: boolean;
  /** A section that had been brought in is out again, because the operator went back before it. */
  readonly leftOut?: boolean;
  /** All sections chosen so far. */
  readonly sections: readonly string[];
  /** Indices of the choices that were declined altogether. */
  readonly declined: readonly number[];
  /** Ids of the steps now in the plan, in order. */
  readonly steps: readonly string[];
  readonly who: string;
}

/** A doubt about a piece was settled; that alone runs nothing. */
export interface DoubtSettled extends EventBase {
  readonly type: 'doubt-settled';
  readonly step: string;
  readonly piece: number;
  /** The attempt that it was before, from 1; missing in journals of older versions. */
  readonly attempt?: number;
  readonly doubt: DoubtKind;
  /** The words that raised it. */
  readonly text: string;
  readonly answer: DoubtAnswer;
  readonly by: 'operator' | 'caller' | 'pin' | 'lock';
  readonly who?: string;
  readonly reason?: string;
}

/** The answer to a doubt was taken back: the doubt is open again, and holds its piece. */
export interface DoubtReopened extends EventBase {
  readonly type: 'doubt-reopened';
  readonly step: string;
  readonly piece: number;
  /** As that of `doubt-settled`. */
  readonly attempt?: number;
  readonly doubt: DoubtKind;
  readonly text: string;
  /** The answer until now. */
  readonly was: DoubtAnswer;
  readonly who: string;
}

/** Somebody allowed a piece to run by more than pressing Enter. */
export interface Confirmed extends EventBase {
  readonly type: 'confirmed';
  readonly step: string;
  readonly piece: number;
  /** The attempt that it is for, from 1. */
  readonly attempt: number;
  readonly effect: Effect;
  /** What was typed: the target's name, `yes` or `y`; `--allow-destructive` if unattended. */
  readonly word: string;
  /** Why a confirmation was needed. */
  readonly why: string;
  /** `approver`: a second person, whose approval alone runs nothing. `client`: somebody in the program through which an agent runs it; we know the program, not the person. */
  readonly by: 'operator' | 'caller' | 'client' | 'approver';
  /** A person, or the program's name. */
  readonly who: string;
}

/** Something for whoever reads of the run later: written by the operator, or a remark of the program. */
export interface Note extends EventBase {
  readonly type: 'note';
  readonly text: string;
  readonly level: 'operator' | 'info' | 'warning';
  readonly step?: string;
  /** All places that the operator went back to, or before, and that are asked for again. */
  readonly again?: readonly PieceKey[];
}

/** The run is over. */
export interface RunFinished extends EventBase {
  readonly type: 'run-finished';
  readonly status: 'passed' | 'failed' | 'aborted';
  readonly durationMs: number;
  /** e.g. `step 4 "Confirm dynos are up": expected web.1: up`; `''` when passed. */
  readonly reason: string;
  /** Not in journals of older versions. */
  readonly counts?: OutcomeCounts;
  /** Whether a history row is due; it is already on disk. */
  readonly row?: 'due' | 'none';
}

/** What became of the run's pieces and steps by hand, and of their checks. */
export interface OutcomeCounts {
  readonly passed: number;
  /** Not accepted. */
  readonly failed: number;
  /** Failed, and accepted by the operator. */
  readonly accepted: number;
  /** In the plan but not run; steps that the plan leaves out are not counted. */
  readonly skipped: number;
  /** Checks that nobody verified. */
  readonly unverified: number;
}

/** What became of the row, which is given as it stands in the file. */
export interface HistoryRecorded extends EventBase {
  readonly type: 'history-recorded';
  readonly row: string;
  /** In the file; waiting in the state folder; in neither, because both failed; not wanted. */
  readonly status: 'written' | 'kept' | 'lost' | 'declined';
  readonly reason?: string;
}

/** A message left this machine, or could not. */
export interface MessageSent extends EventBase {
  readonly type: 'message-sent';
  /** Name of the webhook; its address is a secret. */
  readonly to: string;
  readonly text: string;
  /** A template from the runbook that the operator sent, or a line that their settings ask for. */
  readonly of: 'template' | 'notice';
  readonly status: 'sent' | 'failed';
  readonly reason?: string;
}

/** An event before the run adds its id and time. */
export type Unstamped<E extends RunEvent = RunEvent> = E extends RunEvent ? Omit<E, 'run' | 'time'> : never;
