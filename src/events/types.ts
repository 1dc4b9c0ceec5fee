import type { DoubtAnswer, DoubtKind, Effect, ExpectationKind } from '../model/index.ts';

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

interface EventBase {
  readonly time: string;
  /** Id of the run. */
  readonly run: string;
}

interface StepEvent extends EventBase {
  /** Id of the step. */
  readonly step: string;
  /** Index of the piece, from 0. */
  readonly piece: number;
  /** From 1. */
  readonly attempt: number;
}

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

export interface StepStarted extends StepEvent {
  readonly type: 'step-started';
  readonly kind: 'command' | 'manual';
  readonly title: string;
  /** What runs; `''` for a manual step. */
  readonly code: string;
  /** What the plan said, where the operator changed it before it ran. */
  readonly original?: string;
  /** What running it does, and the word that says so; not where the operator changed it, nor in journals of older versions. */
  readonly effect?: Effect;
  readonly effectWord?: string;
  readonly interactive?: boolean;
  readonly background?: boolean;
  /** Where it runs, as the pin `on=` writes it (`ssh:web1`); not set for here. */
  readonly on?: string;
  /** It does not end by itself. */
  readonly follow?: boolean;
  /** Process group, once known. */
  readonly pid?: number;
}

export interface Output extends StepEvent {
  readonly type: 'output';
  readonly stream: 'stdout' | 'stderr';
  /** As UTF-8: what is none is U+FFFD here. */
  readonly text: string;
  /** The bytes as they came, secrets masked; only in the process that runs the step, never serialised. */
  readonly raw?: Uint8Array;
  /** How many bytes, in an event read from a journal. */
  readonly bytes?: number;
}

export interface ExpectationChecked extends StepEvent {
  readonly type: 'expectation';
  /** Index within the piece. */
  readonly index: number;
  readonly text: string;
  readonly kind: ExpectationKind;
  readonly status: 'held' | 'failed' | 'unverified';
  readonly reason: string;
  readonly seen: string;
  /** The operator's reason for going on although it failed, or their answer to a judgement. */
  readonly accepted?: string;
  /** Who judged it by eye or accepted it. */
  readonly who?: string;
}

export type StepStatus = 'passed' | 'failed' | 'stopped' | 'timed-out';

export interface StepFinished extends StepEvent {
  readonly type: 'step-finished';
  readonly status: StepStatus;
  /** `null` where a signal ended it or it did not run a command. */
  readonly exitCode: number | null;
  readonly signal?: string;
  readonly durationMs: number;
  /** Why it did not pass, in words. */
  readonly reason?: string;
  /** The operator's reason for going on although it failed. */
  readonly accepted?: string;
  /** Who accepted it, or did a manual step. */
  readonly who?: string;
  /** The connection to its place was lost: nobody knows how far it came. */
  readonly interrupted?: boolean;
}

export interface StepSkipped extends EventBase {
  readonly type: 'step-skipped';
  readonly step: string;
  readonly title?: string;
  /** `null`: the whole step. */
  readonly piece: number | null;
  readonly reason: string;
  readonly by: 'operator' | 'plan' | 'unbound-host';
  /** Who skipped it, where a person did. */
  readonly who?: string;
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
