import type { DoubtAnswer, DoubtKind } from '../../model/index.ts';

/** What a prompt is answered with, as plain data. `to` is the id of the prompt, or of what runs. */
export type Reply =
  | Choose
  | Answer
  | Settle
  | Plain
  | Edit
  | Reasoned
  | Confirm
  | Approve
  | WriteRow
  | CommonReply;

/** A target or the label of a choice; `null` for none of them, or to leave a menu. */
export interface Choose {
  readonly kind: 'choose';
  readonly to: string;
  readonly choice: string | null;
}

/** The value of a parameter. */
export interface Answer {
  readonly kind: 'answer';
  readonly to: string;
  readonly value: string;
}

/** Settles one doubt; `edit` brings the new code, `passed` its reason. */
export interface Settle {
  readonly kind: 'settle';
  readonly to: string;
  readonly doubt: DoubtKind;
  readonly answer: DoubtAnswer;
  readonly reason?: string;
  readonly code?: string;
}

/** Replies that say all with their name. */
export interface Plain {
  readonly kind: 'run' | 'done' | 'holds' | 'fails' | 'unsure' | 'retry' | 'until-it-holds' | 'stop' | 'ran' | 'keep-none';
  readonly to: string;
}

/** Runs this in place of the plan's text; it is classified again and asked for again. */
export interface Edit {
  readonly kind: 'edit';
  readonly to: string;
  readonly code: string;
}

/** Goes on without it, or although it failed. Somebody will read the reason. */
export interface Reasoned {
  readonly kind: 'skip' | 'accept';
  readonly to: string;
  readonly reason: string;
}

/** Lets a piece run whose effect asks for `y` or a word. */
export interface Confirm {
  readonly kind: 'confirm';
  readonly to: string;
  readonly word: string;
  /** The program in which somebody approved it, where that was not the operator; also of what asks for no more than Enter. */
  readonly approvedIn?: string;
}

/** A second person lets this attempt run; that alone runs nothing. */
export interface Approve {
  readonly kind: 'approve';
  readonly to: string;
  readonly who: string;
}

/** Writes the row with these cells, one per column. */
export interface WriteRow {
  readonly kind: 'write';
  readonly to: string;
  readonly cells: readonly string[];
}

/** Replies that every prompt takes; `note` and `leave` also while a piece runs. */
export type CommonReply =
  | { readonly kind: 'note'; readonly to: string; readonly text: string }
  /** Shows what a step has and did, and changes nothing. */
  | { readonly kind: 'look'; readonly to: string; readonly step: string; readonly piece?: number }
  /** Makes a step, or the first step of a section (its anchor or heading), the next. */
  | { readonly kind: 'go-to'; readonly to: string; readonly place: string; readonly piece?: number }
  /** Takes back an earlier answer: a parameter by its name, the target, or an alternative by its group's index. */
  | { readonly kind: 'change'; readonly to: string; readonly of: 'parameter' | 'target' | 'alternative'; readonly name: string; readonly value: string | null }
  /** Leaves the run to be resumed, or ends it here: as aborted, or as failed with the reason. */
  | { readonly kind: 'leave'; readonly to: string; readonly then: 'resume' | 'abort' | 'fail'; readonly reason?: string };

/** Why a reply does not fit; nothing has changed. */
export interface Refusal {
  readonly status: 'refused';
  readonly why: string;
  /** One line: what to do now. */
  readonly advice: string;
}

/** What a step has and did. */
export interface Look {
  readonly step: string;
  readonly piece: number;
  readonly title: string;
  readonly included: boolean;
  readonly reason: string;
  readonly code: string;
  readonly status: string;
  readonly attempt: number;
  /** The end of what it wrote. */
  readonly output: string;
}

/** What became of a reply. */
export type ReplyResult = { readonly status: 'taken' } | { readonly status: 'shown'; readonly look: Look } | Refusal;
