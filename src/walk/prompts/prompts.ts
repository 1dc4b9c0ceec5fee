import type { OutcomeCounts } from '../../events/index.ts';
import type { Effect } from '../../model/index.ts';
import type { DoByHand, Interrupted, Judge, PieceFailed, RunPiece, SettleDoubt } from './piece-prompts.ts';
import type { PromptBase } from './prompt-base.ts';

export type * from './piece-prompts.ts';
export type { At } from './prompt-base.ts';

/**
 * What a run asks, as plain data: JSON as it stands, secrets masked. Every face words the same prompts.
 * A reply names the `id` of the prompt that it answers, so that a late, doubled or foreign one answers nothing.
 */
export type Prompt =
  | ChooseTarget
  | ChooseAlternative
  | EnterParameter
  | SettleDoubt
  | RunPiece
  | DoByHand
  | Judge
  | PieceFailed
  | Interrupted
  | RecordRow
  | Finished;

/** Which target to act on. */
export interface ChooseTarget extends PromptBase {
  readonly kind: 'choose-target';
  /** What its table calls it: `app`, `host`. */
  readonly name: string;
  readonly line: number;
  /** Names, and globs that stand for names which only the operator knows. */
  readonly choices: readonly string[];
  /** Those of the choices that are production: no face takes one unless it is named or marked. */
  readonly production: readonly string[];
}

/** One of several ways to go on, asked when the walk reaches it. `null` is the reply for none of them, or for leaving a menu. */
export interface ChooseAlternative extends PromptBase {
  readonly kind: 'choose-alternative';
  /** Index into the plan's alternatives. */
  readonly group: number;
  /** The heading around it. */
  readonly name: string;
  readonly line: number;
  /** Any number may be chosen, one at a time: it comes back until it is left. */
  readonly menu: boolean;
  readonly choices: readonly {
    readonly label: string;
    readonly line: number;
    /** Whether it was chosen before, in a menu. */
    readonly chosen: boolean;
    /** What it would run, in order. */
    readonly steps: readonly { readonly step: string; readonly title: string; readonly code: string; readonly effect: Effect }[];
  }[];
}

/** A value that the next step needs. */
export interface EnterParameter extends PromptBase {
  readonly kind: 'enter-parameter';
  readonly name: string;
  /** The step that needs it, or the one that is in the way of it. */
  readonly step: string;
  /** The words it was inferred from. */
  readonly from: string;
  readonly line: number | null;
  /** The runbook's own example: never taken by itself. */
  readonly example: string | null;
  /** Source of a regular expression that the whole value must match. */
  readonly pattern: string | null;
  readonly secret: boolean;
  /** Values of the example's shape in what was seen so far, best first. */
  readonly suggestions: readonly string[];
  /** The value until now, where it is asked again. */
  readonly was: string | null;
}

/** The run is over; its history row is to be written. */
export interface RecordRow extends PromptBase {
  readonly kind: 'record-row';
  /** The file that gets it. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly cells: readonly {
    readonly column: string;
    readonly value: string;
    /** Nothing filled it. */
    readonly open: boolean;
    readonly suggestions: readonly string[];
    /** The nearest filled cell above, or `''`. */
    readonly above: string;
  }[];
  /** Cells that were given by a name which no column has. */
  readonly unknown: readonly string[];
  /** The run did not succeed, and no column can say so. */
  readonly unsaid: boolean;
}

/** Nothing is left to ask. */
export interface Finished extends PromptBase {
  readonly kind: 'finished';
  readonly status: 'passed' | 'failed' | 'aborted' | 'left';
  readonly counts: OutcomeCounts;
  /** e.g. `Success with 1 accepted failure, 2 checks unverified`. */
  readonly outcome: string;
  readonly reason: string;
  /** Id of the run; `null` where none began. */
  readonly run: string | null;
  readonly durationMs: number;
  /** The command that makes its report, or goes on with it where it was left. */
  readonly next: string | null;
  /** `complete` is false where it is kept, or not committed although that was asked for. */
  readonly row: { readonly status: 'written' | 'kept' | 'lost' | 'none'; readonly text: string; readonly said: string; readonly complete: boolean };
}
