import type { Effect, ExpectationKind, PieceKey } from '../model/index.ts';
import type { EventBase } from './event-base.ts';

/** One attempt at a piece. */
export interface AttemptKey extends PieceKey {
  /** From 1. */
  readonly attempt: number;
}

interface StepEvent extends EventBase, AttemptKey {}

/** A piece is about to run, or a step by hand is begun. */
export interface StepStarted extends StepEvent {
  readonly type: 'step-started';
  readonly kind: 'command' | 'manual';
  readonly title: string;
  /** What runs; `''` for a manual step. */
  readonly code: string;
  /** The plan's code, if the operator changed it before it ran. */
  readonly original?: string;
  /** Its effect, and the word that it was read from; missing in journals of older versions. */
  readonly effect?: Effect;
  readonly effectWord?: string;
  readonly interactive?: boolean;
  readonly background?: boolean;
  /** Where it runs, as the pin `on=` writes it (`ssh:web1`); absent if it runs here. */
  readonly on?: string;
  /** It does not end by itself. */
  readonly follow?: boolean;
  /** The word by which it may print a secret: its output is shown and not stored. */
  readonly revealing?: string;
}

/** Something that the running piece wrote. */
export interface Output extends StepEvent {
  readonly type: 'output';
  readonly stream: 'stdout' | 'stderr';
  /** Decoded as UTF-8; invalid bytes become U+FFFD. */
  readonly text: string;
  /** The bytes as they came, secrets masked; only in the process that runs the step, never serialized. */
  readonly raw?: Uint8Array;
  /** The number of bytes, in an event read from a journal. */
  readonly bytes?: number;
  /** How many characters the attempt wrote before this, if the event carries only the end of its output. */
  readonly at?: number;
}

/** What a check came to. `seen`: the part of the output to look at; checked again, the last one counts. */
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
  /** Who judged or accepted it. */
  readonly who?: string;
}

/** How an attempt ended: `stopped` by the operator or a signal, `timed-out` by its limit. */
export type StepStatus = 'passed' | 'failed' | 'stopped' | 'timed-out';

/** An attempt at a piece has ended. */
export interface StepFinished extends StepEvent {
  readonly type: 'step-finished';
  readonly status: StepStatus;
  /** `null` if a signal ended it or it did not run a command. */
  readonly exitCode: number | null;
  readonly signal?: string;
  readonly durationMs: number;
  /** Why it did not pass. */
  readonly reason?: string;
  /** The operator's reason for going on although it failed. */
  readonly accepted?: string;
  /** Who accepted it, or did a manual step. */
  readonly who?: string;
  /** The connection to its place was lost: nobody knows how far it got. */
  readonly interrupted?: boolean;
  /** It called `exit` and all was well: the rest of its block is left out. */
  readonly endsBlock?: boolean;
}

/** A step or a piece was left out during the run. */
export interface StepSkipped extends EventBase {
  readonly type: 'step-skipped';
  readonly step: string;
  readonly title?: string;
  /** `null` in journals of older versions: the whole step. */
  readonly piece: number | null;
  /** The attempt that was not made, from 1; missing in journals of older versions. */
  readonly attempt?: number;
  readonly reason: string;
  readonly by: 'operator' | 'plan' | 'unbound-host';
  /** What it would have done, and the word that says so: of one with an unbound host, which nobody decided to leave out. */
  readonly effect?: Effect;
  readonly effectWord?: string;
  /** The person who skipped it, if it was one. */
  readonly who?: string;
}
