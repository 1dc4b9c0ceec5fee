import type { DoubtAnswer, DoubtKind, Effect } from '../model/index.ts';
import type { EventBase } from './event-base.ts';
import type { ExpectationChecked, Output, StepFinished, StepSkipped, StepStarted } from './step-events.ts';

export type * from './step-events.ts';

/**
 * What happens in a run, in order: the lines of the journal and of `--format ndjson`. Fields are a promise to users.
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
  | Confirmed
  | Note
  | RunFinished
  | HistoryRecorded
  | MessageSent;

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
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
  readonly sections: readonly string[];
  /** Ids of the steps in the plan, in order. */
  readonly steps: readonly string[];
  readonly budgetSeconds: number | null;
  /** The other options that chose steps, so that a resumed run chooses alike. */
  readonly choosing?: { readonly from: string | null; readonly only: readonly string[]; readonly skip: readonly string[]; /** Only what is known to only read. */ readonly readOnly?: boolean };
  /** Set when this event goes on with an interrupted run. */
  readonly resumed?: boolean;
}

export interface ParameterSet extends EventBase {
  readonly type: 'parameter-set';
  readonly name: string;
  /** `***` for a secret. */
  readonly value: string;
  readonly source: 'set' | 'target' | 'environment' | 'default' | 'answer' | 'capture';
  readonly secret: boolean;
  /** Who gave it, where a person did. */
  readonly who?: string;
  /** Set where it takes the place of an earlier value: `***` for a secret. */
  readonly was?: string;
  /** Pieces that ran with the earlier value: they are asked for again. */
  readonly again?: readonly { readonly step: string; readonly piece: number }[];
}

/** One of several ways to go on was chosen, or a section brought in; what is in the plan follows. */
export interface SectionChosen extends EventBase {
  readonly type: 'section-chosen';
  /** What the choice is called: the heading around it. */
  readonly name: string;
  /** `null`: none of them, or a menu that was left. */
  readonly choice: string | null;
  /** Of a menu: what is chosen of it so far. */
  readonly chosen?: readonly string[];
  /** All sections chosen so far. */
  readonly sections: readonly string[];
  /** Indices of the choices of which none was wanted. */
  readonly declined: readonly number[];
  /** Ids of the steps that are in the plan now, in order. */
  readonly steps: readonly string[];
  readonly who: string;
}

/** What the text left open about a piece was settled; that alone runs nothing. */
export interface DoubtSettled extends EventBase {
  readonly type: 'doubt-settled';
  readonly step: string;
  readonly piece: number;
  readonly doubt: DoubtKind;
  /** The words that made it. */
  readonly text: string;
  readonly answer: DoubtAnswer;
  readonly by: 'operator' | 'caller' | 'pin' | 'lock';
  readonly who?: string;
  readonly reason?: string;
}

/** A piece was let run by more than Enter. */
export interface Confirmed extends EventBase {
  readonly type: 'confirmed';
  readonly step: string;
  readonly piece: number;
  /** The attempt that it is for, from 1. */
  readonly attempt: number;
  readonly effect: Effect;
  /** What was typed: the target's name, `yes`, `y`; `--allow-destructive` unattended. */
  readonly word: string;
  /** Why it was asked for, in words. */
  readonly why: string;
  /** `approver`: a second person, whose word alone runs nothing. `client`: in the program through which an agent runs it; it knows the program, not the person. */
  readonly by: 'operator' | 'caller' | 'client' | 'approver';
  /** A person, or the program's name. */
  readonly who: string;
}

export interface Note extends EventBase {
  readonly type: 'note';
  readonly text: string;
  readonly level: 'operator' | 'info' | 'warning';
  readonly step?: string;
}

export interface RunFinished extends EventBase {
  readonly type: 'run-finished';
  readonly status: 'passed' | 'failed' | 'aborted';
  readonly durationMs: number;
  /** e.g. `step 4 "Confirm dynos are up": expected web.1: up`; `''` when passed. */
  readonly reason: string;
  /** Not in journals of older versions. */
  readonly counts?: OutcomeCounts;
  /** Whether a history row is to follow; it is on disk by now. */
  readonly row?: 'due' | 'none';
}

/** What became of the run's pieces and steps by hand, and of their checks. */
export interface OutcomeCounts {
  readonly passed: number;
  /** Not accepted. */
  readonly failed: number;
  /** Failed, and gone on all the same. */
  readonly accepted: number;
  /** Did not run although the plan has it; what the plan itself left out is none. */
  readonly skipped: number;
  /** Checks that nobody could or would tell. */
  readonly unverified: number;
}

export interface HistoryRecorded extends EventBase {
  readonly type: 'history-recorded';
  readonly row: string;
  /** In the file; waiting in the state folder; in neither, where both failed; not wanted. */
  readonly status: 'written' | 'kept' | 'lost' | 'declined';
  readonly reason?: string;
}

/** A message left this machine, or could not. */
export interface MessageSent extends EventBase {
  readonly type: 'message-sent';
  /** Name of the webhook; its address is a secret. */
  readonly to: string;
  readonly text: string;
  /** One of the runbook's that the operator sent, or a line that their settings ask for. */
  readonly of: 'template' | 'notice';
  readonly status: 'sent' | 'failed';
  readonly reason?: string;
}

/** An event before the run stamps it with its id and time. */
export type Unstamped<E extends RunEvent = RunEvent> = E extends RunEvent ? Omit<E, 'run' | 'time'> : never;
