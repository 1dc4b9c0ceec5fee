import type { Confirmed, DoubtSettled, MessageSent, Note, ParameterSet, RunEvent, RunFinished, RunStarted, RunState, SectionChosen, StepSkipped } from '../../events/index.ts';
import type { Attempt } from './attempts.ts';
import type { Sitting } from './sittings.ts';

/** A run told for people who were not there: what all forms of its report are made from. */
export interface Story {
  readonly state: RunState;
  readonly title: string;
  /** `Failed with 1 step skipped`. */
  readonly outcome: string;
  readonly operators: readonly string[];
  readonly hosts: readonly string[];
  /** Times at which somebody worked at it: more than one where it was resumed. */
  readonly sittings: readonly Sitting[];
  readonly steps: readonly StoryStep[];
  /** Planned steps that were never come to. */
  readonly notReached: readonly UnreachedStep[];
  /** What belongs to no step, in order. */
  readonly happenings: readonly Happening[];
  readonly messages: readonly MessageSent[];
  /** Pieces that were let run by more than Enter, and those that a second person approved. */
  readonly approvals: readonly Confirmed[];
  /** Times alone would mislead: it went on on another day. */
  readonly days: boolean;
  readonly events: readonly RunEvent[];
  readonly attempts: readonly Attempt[];
}

/** A planned step that was never come to. */
export interface UnreachedStep {
  readonly step: string;
  /** Its id, where the runbook that ran is not at hand. */
  readonly title: string;
  readonly number: string;
}

/** A piece of a step, and all that happened to it. */
export interface StoryStep {
  readonly step: string;
  readonly piece: number;
  /** Its place in the page: `step-verify`, its second piece `step-verify.2`. */
  readonly anchor: string;
  /** `4`, its second piece `4.2`: as the walk counts them; `''` where the plan leaves the step out. */
  readonly number: string;
  readonly title: string;
  readonly effect: { readonly effect: Confirmed['effect']; readonly word: string } | null;
  readonly standing: Standing;
  readonly moments: readonly Moment[];
}

/** An attempt stands at the time at which it began. */
export type Moment = { readonly type: 'attempt'; readonly attempt: Attempt } | DoubtSettled | Confirmed | Note | StepSkipped;

export type Happening = RunStarted | SectionChosen | ParameterSet | Note | RunFinished;

/** How a piece stands at the end, in the words of the report. */
export type Standing = 'passed' | 'failed' | 'accepted' | 'skipped' | 'done by hand' | 'taken as read' | 'stopped' | 'timed out' | 'not finished';
