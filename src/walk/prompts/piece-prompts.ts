import type { AmbientContext, Production } from '../../context/index.ts';
import type { ExpectationChecked } from '../../events/index.ts';
import type { Callout, Doubt, Effect, ExpectationKind, Place } from '../../model/index.ts';
import type { At, PromptBase } from './prompt-base.ts';

/** The common part of prompts about a piece of a step, or a manual step. */
interface AtPiece extends PromptBase, At {
  /** Title of the piece if it has one, else of the step. */
  readonly title: string;
  /** Headings from depth 2 down to the step's section. */
  readonly section: readonly string[];
  /** Line of the step in the file, from 1. */
  readonly line: number;
  /** Number of the step among those in the plan, from 1, and their total. */
  readonly position: number;
  readonly of: number;
}

/** A piece is held: each of its doubts must be settled before it can run. */
export interface SettleDoubt extends AtPiece {
  readonly kind: 'settle-doubt';
  /** The open ones. */
  readonly doubts: readonly Pick<Doubt, 'kind' | 'text' | 'line' | 'answers'>[];
  readonly code: string;
  readonly on: Place | null;
}

/** How a piece has to be confirmed. */
export type Ask =
  | { readonly key: 'enter' }
  | { readonly key: 'y'; readonly why: string }
  /** The word must be typed exactly. */
  | { readonly key: 'word'; readonly word: string; readonly why: string };

/** A piece is about to run. */
export interface RunPiece extends AtPiece {
  readonly kind: 'run-piece';
  /** The code that would run. */
  readonly code: string;
  /** The plan's code, if the operator edited it. */
  readonly original: string | null;
  readonly replaced: readonly { readonly was: string; readonly now: string; readonly name: string }[];
  readonly effect: Effect;
  /** The word that the effect was read from, if any. */
  readonly effectWord: string | null;
  readonly on: Place | null;
  readonly target: string | null;
  readonly production: Production;
  /** What it acts on without naming it, such as the kube context. */
  readonly context: readonly AmbientContext[];
  /** What of that has changed since the last piece was asked for. */
  readonly contextChanged: readonly { readonly kind: AmbientContext['kind']; readonly was: string | null; readonly now: string | null }[];
  /** Programs that it needs and this machine does not have. */
  readonly missingPrograms: readonly string[];
  readonly callouts: readonly Pick<Callout, 'severity' | 'text'>[];
  /** Hosts that are not in the target's row. */
  readonly unboundHosts: readonly string[];
  /** The words that say that it needs the terminal, does not end by itself, or prints a secret; each `null` if it does not. */
  readonly interactive: string | null;
  readonly follow: string | null;
  readonly revealing: string | null;
  /** Lines to type on the other side once it has opened a session. */
  readonly typedThere: readonly string[];
  readonly expectations: readonly { readonly text: string; readonly kind: ExpectationKind }[];
  /** From 1. */
  readonly attempt: number;
  readonly ask: Ask;
  /** Set if a second person has to approve it. */
  readonly approval?: Approval;
}

/** A piece needs a second person, according to the team's settings. */
export interface Approval {
  /** e.g. `what destroys in production needs a second person`. */
  readonly why: string;
  /** Who has approved this attempt with this code, or `null`. */
  readonly given: string | null;
  /** Who cannot approve: whoever began the run. */
  readonly notBy: string;
  /** Whether the second person must use a login of their own, or is believed at the same terminal. */
  readonly proven: boolean;
}

/** A step that a person does. */
export interface DoByHand extends AtPiece {
  readonly kind: 'do-by-hand';
  readonly text: string;
  /** Commands in it, with values filled in; never run automatically. */
  readonly offers: readonly string[];
  readonly expectations: readonly { readonly text: string; readonly kind: ExpectationKind }[];
  readonly callouts: readonly Pick<Callout, 'severity' | 'text'>[];
  /** The gates that hold something until it is done; the reply `done` passes them too. */
  readonly gates?: readonly GateAhead[];
}

/** A check that no program can judge. */
export interface Judge extends AtPiece {
  readonly kind: 'judge';
  /** Index of the check within the piece. */
  readonly check: number;
  readonly expectation: string;
  /** Why no program can judge it. */
  readonly reason: string;
  /** The end of what the piece wrote. */
  readonly seen: string;
  readonly attempt: number;
}

/** A piece failed. */
export interface PieceFailed extends AtPiece {
  readonly kind: 'piece-failed';
  readonly status: 'failed' | 'stopped' | 'timed-out';
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly reason: string;
  /** The checks that did not hold, with what was expected and seen. */
  readonly checks: readonly Pick<ExpectationChecked, 'index' | 'text' | 'kind' | 'seen' | 'reason'>[];
  readonly attempt: number;
  readonly effect: Effect;
  /** The attempts that its `retry` pin leaves, and the milliseconds between them. */
  readonly retry: { readonly left: number; readonly everyMs: number };
  /** Whether the reply `until-it-holds` is allowed: never for a destructive piece, nor after a check by eye. */
  readonly untilItHolds: boolean;
  /** Names of the values that it ran with and that can be changed: after a mistyped one a further attempt alone fails again. */
  readonly values: readonly string[];
  /** Sections for a run that goes otherwise, such as "If it fails", that are out and were not run: going to one brings it in. */
  readonly sections: readonly LeftOut[];
  /** Set if the exit status answers an order to stop that stands below; the order is then asked about here and not again. */
  readonly gate?: GateAhead;
}

/** A section that is out, with the line of its heading. */
export interface LeftOut {
  readonly heading: string;
  readonly line: number;
}

/** An order to stop or wait, with the piece that it holds. */
export interface GateAhead extends At {
  readonly text: string;
  readonly line: number;
}

/** A piece was running when the run was left, or the connection to its place was lost: nobody knows how far it got. */
export interface Interrupted extends AtPiece {
  readonly kind: 'interrupted';
  readonly code: string;
  readonly effect: Effect;
  readonly effectWord: string | null;
  /** When it began, ISO 8601. */
  readonly since: string;
  /** What cut it off, in words. */
  readonly why: string;
  readonly on: Place | null;
  /** The end of what it had written. */
  readonly seen: string;
}
