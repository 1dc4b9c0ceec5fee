import type { DoubtAnswer, DoubtKind } from '../../model/index.ts';

/** The answers to prompts, as plain data. `to` is the id of the prompt, or of what is running. */
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

/** A target, or the label of an alternative; `null` for none of them, or to leave a menu. */
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

/** Replies without further fields. */
export interface Plain {
  readonly kind: 'run' | 'done' | 'holds' | 'fails' | 'unsure' | 'retry' | 'until-it-holds' | 'stop' | 'ran' | 'end' | 'keep-none';
  readonly to: string;
}

/** Replaces the plan's code by this; it is classified and asked for again. */
export interface Edit {
  readonly kind: 'edit';
  readonly to: string;
  readonly code: string;
}

/** Goes on without it, or although it failed, with a reason for those who read the report. */
interface Reasoned {
  readonly kind: 'skip' | 'accept';
  readonly to: string;
  readonly reason: string;
}

/** Confirms a piece whose effect asks for `y` or a word. */
export interface Confirm {
  readonly kind: 'confirm';
  readonly to: string;
  readonly word: string;
  /** The program in which somebody approved it, if it was not the operator; also set for pieces that need only Enter. */
  readonly approvedIn?: string;
}

/** A second person approves this attempt; that alone runs nothing. */
export interface Approve {
  readonly kind: 'approve';
  readonly to: string;
  readonly who: string;
}

/** Writes the row with these cells, one per column. */
interface WriteRow {
  readonly kind: 'write';
  readonly to: string;
  readonly cells: readonly string[];
}

/** Replies that fit every prompt; `note` and `leave` also while a piece runs. */
export type CommonReply =
  | { readonly kind: 'note'; readonly to: string; readonly text: string }
  /** Shows what a step is and did, and changes nothing. */
  | { readonly kind: 'look'; readonly to: string; readonly step: string; readonly piece?: number }
  /** Goes to a step, or to the first step of a section, named by its anchor or heading. */
  | { readonly kind: 'go-to'; readonly to: string; readonly place: string; readonly piece?: number }
  /** Changes an earlier answer: a parameter by its name, the target, an alternative by the index of its group; or takes back what settled a doubt (`step.piece/kind`) or was judged by eye (`step.piece/check-0`), which is then asked again (`value` is `null`). */
  | { readonly kind: 'change'; readonly to: string; readonly of: 'parameter' | 'target' | 'alternative' | 'doubt' | 'check'; readonly name: string; readonly value: string | null }
  /** Leaves the run so that it can be resumed, or ends it here as aborted or failed, with the reason. */
  | { readonly kind: 'leave'; readonly to: string; readonly then: 'resume' | 'abort' | 'fail'; readonly reason?: string };

/** A reply that does not fit, with the reason; nothing has changed. */
export interface Refusal {
  readonly status: 'refused';
  readonly why: string;
  /** One line: what to do now. */
  readonly advice: string;
}

/** What a step is and did. */
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
