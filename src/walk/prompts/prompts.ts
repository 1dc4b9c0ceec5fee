import type { OutcomeCounts } from '../../events/index.ts';
import type { Effect } from '../../model/index.ts';
import type { DoByHand, Interrupted, Judge, LeftOut, PieceFailed, RunPiece, SettleDoubt } from './piece-prompts.ts';
import type { PromptBase } from './prompt-base.ts';

export type * from './piece-prompts.ts';
export type { At } from './prompt-base.ts';

/**
 * What a run asks, as plain data that can be written as JSON, secrets masked. Every face words the same prompts.
 * A reply names the `id` of the prompt that it answers, so that a late, repeated or foreign one has no effect.
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
  | EndRun
  | RecordRow
  | Finished;

/** Which target to act on. */
export interface ChooseTarget extends PromptBase {
  readonly kind: 'choose-target';
  /** The name of the inventory's key column: `app`, `host`. */
  readonly name: string;
  readonly line: number;
  /** Names of targets, and globs for names that only the operator knows. */
  readonly choices: readonly string[];
  /** The choices that are production: a face must not take one unless the operator names or marks it. */
  readonly production: readonly string[];
}

/** A choice among alternatives, asked when the walk reaches it. The reply `null` means none of them, or leaves a menu. */
export interface ChooseAlternative extends PromptBase {
  readonly kind: 'choose-alternative';
  /** Index into the plan's alternatives. */
  readonly group: number;
  /** The heading above it. */
  readonly name: string;
  readonly line: number;
  /** Any number may be chosen, one at a time: the question comes back until the menu is left. */
  readonly menu: boolean;
  readonly choices: readonly {
    readonly label: string;
    readonly line: number;
    /** Whether it was chosen before, in a menu. */
    readonly chosen: boolean;
    /** The steps that it would run, in order. */
    readonly steps: readonly { readonly step: string; readonly title: string; readonly code: string; readonly effect: Effect }[];
    /** The choices that it leads to. */
    readonly asks: readonly { readonly name: string; readonly labels: readonly string[] }[];
  }[];
}

/** A value that the next step needs. */
export interface EnterParameter extends PromptBase {
  readonly kind: 'enter-parameter';
  readonly name: string;
  /** The step that needs it. */
  readonly step: string;
  /** The words that it was inferred from. */
  readonly from: string;
  readonly line: number | null;
  /** The runbook's example, which is never used as a default. */
  readonly example: string | null;
  /** Source of a regular expression that the whole value must match. */
  readonly pattern: string | null;
  readonly secret: boolean;
  /** Values with the shape of the example among those seen so far, best first. */
  readonly suggestions: readonly string[];
  /** The previous value, if it is asked again. */
  readonly was: string | null;
}

/** All is done, and sections for a run that goes otherwise were left out: going to one brings it in. */
interface EndRun extends PromptBase {
  readonly kind: 'end-run';
  readonly sections: readonly LeftOut[];
}

/** The run is over, and its history row is about to be written. */
export interface RecordRow extends PromptBase {
  readonly kind: 'record-row';
  /** The file that gets the row. */
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
  /** Names in `--record` that no column has. */
  readonly unknown: readonly string[];
  /** The run did not succeed, and no column has room to say so. */
  readonly unsaid: boolean;
}

/** The walk is over. */
export interface Finished extends PromptBase {
  readonly kind: 'finished';
  readonly status: 'passed' | 'failed' | 'aborted' | 'left';
  readonly counts: OutcomeCounts;
  /** e.g. `Success with 1 accepted failure, 2 checks unverified`. */
  readonly outcome: string;
  readonly reason: string;
  /** Id of the run; `null` if none began. */
  readonly run: string | null;
  readonly durationMs: number;
  /** The command that makes its report, or resumes it if it was left. */
  readonly next: string | null;
  /** `complete` is false if the row was only stored, or not committed as asked. */
  readonly row: { readonly status: 'written' | 'kept' | 'lost' | 'none'; readonly text: string; readonly said: string; readonly complete: boolean; readonly warns?: boolean };
}

/** Of a run that gets no row. */
export const NO_ROW: Finished['row'] = { status: 'none', text: '', said: '', complete: true };
