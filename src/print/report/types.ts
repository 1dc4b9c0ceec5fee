import type { Confirmed, DoubtReopened, DoubtSettled, MessageSent, Note, ParameterSet, RunEvent, RunFinished, RunStarted, RunState, SectionChosen, StepSkipped } from '../../events/index.ts';
import type { Attempt } from './attempts.ts';
import type { Sitting } from './sittings.ts';

/** The story of a run, from which all formats of its report are made. */
export interface Story {
  readonly state: RunState;
  readonly title: string;
  /** `Failed with 1 step skipped`. */
  readonly outcome: string;
  readonly operators: readonly string[];
  readonly hosts: readonly string[];
  /** The periods of work on it; more than one if it was resumed. */
  readonly sittings: readonly Sitting[];
  readonly steps: readonly StoryStep[];
  /** Planned steps that were never reached. */
  readonly notReached: readonly UnreachedStep[];
  /** Events that belong to no step, in order. */
  readonly happenings: readonly Happening[];
  readonly messages: readonly MessageSent[];
  /** Pieces that were confirmed by more than Enter, and those that a second person approved. */
  readonly approvals: readonly Confirmed[];
  /** Whether times need the day, because the run spans several. */
  readonly days: boolean;
  readonly events: readonly RunEvent[];
  readonly attempts: readonly Attempt[];
}

/** A planned step that was never reached. */
interface UnreachedStep {
  readonly step: string;
  /** Its id, if the runbook is not available. */
  readonly title: string;
  readonly number: string;
}

/** A piece of a step, with everything that happened to it. */
export interface StoryStep {
  readonly step: string;
  readonly piece: number;
  /** Its anchor in the page: `step-verify`, for its second piece `step-verify.2`. */
  readonly anchor: string;
  /** Its number in the walk: `4`, for its second piece `4.2`; `''` if the plan leaves the step out. */
  readonly number: string;
  readonly title: string;
  readonly effect: { readonly effect: Confirmed['effect']; readonly word: string } | null;
  readonly standing: Standing;
  readonly moments: readonly Moment[];
}

/** The time of an attempt is its start. */
export type Moment = { readonly type: 'attempt'; readonly attempt: Attempt } | DoubtSettled | DoubtReopened | Confirmed | Note | StepSkipped;

/** What happened to the run as a whole. */
export type Happening = RunStarted | SectionChosen | ParameterSet | Note | RunFinished;

/** The standing of a piece at the end, in the words of the report. */
export type Standing = 'passed' | 'failed' | 'accepted' | 'skipped' | 'done by hand' | 'taken as read' | 'stopped' | 'timed out' | 'not finished';
