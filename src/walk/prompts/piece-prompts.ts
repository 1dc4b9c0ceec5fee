import type { AmbientContext } from '../../context/index.ts';
import type { ExpectationChecked } from '../../events/index.ts';
import type { Callout, Doubt, Effect, ExpectationKind, Place } from '../../model/index.ts';
import type { At, PromptBase } from './prompt-base.ts';

/** What is asked about a piece of a step, or a step by hand. */
interface AtPiece extends PromptBase, At {
  /** Of the piece where it has one, else of the step. */
  readonly title: string;
  /** Headings from depth 2 down to the step's section. */
  readonly section: readonly string[];
  /** Line of the step in the file, from 1. */
  readonly line: number;
  /** Number of the step among those that are in, from 1, and how many there are. */
  readonly position: number;
  readonly of: number;
}

/** A piece is held: each of its doubts is to be settled before it can run. */
export interface SettleDoubt extends AtPiece {
  readonly kind: 'settle-doubt';
  /** The open ones. */
  readonly doubts: readonly Pick<Doubt, 'kind' | 'text' | 'line' | 'answers'>[];
  readonly code: string;
  readonly on: Place | null;
}

/** What a person must do to let a piece run. */
export type Ask =
  | { readonly key: 'enter' }
  | { readonly key: 'y'; readonly why: string }
  /** The word is to be typed as it stands. */
  | { readonly key: 'word'; readonly word: string; readonly why: string };

/** Whether a piece acts on production, and the word that says so. */
export interface Production {
  readonly yes: boolean;
  /** e.g. `the target raxx-api-prod`; `''` where it is none. */
  readonly why: string;
}

/** A piece is about to run. */
export interface RunPiece extends AtPiece {
  readonly kind: 'run-piece';
  /** What runs. */
  readonly code: string;
  /** What the plan says, where the operator edited it. */
  readonly original: string | null;
  readonly replaced: readonly { readonly was: string; readonly now: string; readonly name: string }[];
  readonly effect: Effect;
  /** The word that made it, where one did. */
  readonly effectWord: string | null;
  readonly on: Place | null;
  readonly target: string | null;
  readonly production: Production;
  /** What it acts on without naming it. */
  readonly context: readonly AmbientContext[];
  /** What of that changed since the last piece that was asked for. */
  readonly contextChanged: readonly { readonly kind: AmbientContext['kind']; readonly was: string | null; readonly now: string | null }[];
  /** Programs that it needs and that are not here. */
  readonly missingPrograms: readonly string[];
  readonly callouts: readonly Pick<Callout, 'severity' | 'text'>[];
  /** Hosts that belong to no cell of the target's row. */
  readonly unboundHosts: readonly string[];
  /** The word that says it needs the terminal, does not end by itself, prints a secret; else `null`. */
  readonly interactive: string | null;
  readonly follow: string | null;
  readonly revealing: string | null;
  /** Lines to type on the other side once it has opened a session. */
  readonly typedThere: readonly string[];
  readonly expectations: readonly { readonly text: string; readonly kind: ExpectationKind }[];
  /** From 1. */
  readonly attempt: number;
  readonly ask: Ask;
  /** Set where a second person has to let it run. */
  readonly approval?: Approval;
}

/** A second person is needed for a piece, as the team's settings have it. */
export interface Approval {
  /** e.g. `what destroys in production needs a second person`. */
  readonly why: string;
  /** Who has approved this attempt at this text, or `null`. */
  readonly given: string | null;
  /** Whose word does not count: who began the run. */
  readonly notBy: string;
  /** Whether the second person has to come from a login of their own, or is believed at the same terminal. */
  readonly proven: boolean;
}

/** A step that a person does. */
export interface DoByHand extends AtPiece {
  readonly kind: 'do-by-hand';
  readonly text: string;
  /** Commands in it, values in place; never run by themselves. */
  readonly offers: readonly string[];
  readonly expectations: readonly { readonly text: string; readonly kind: ExpectationKind }[];
  readonly callouts: readonly Pick<Callout, 'severity' | 'text'>[];
  /** What is held until it is done, where something is: `done` settles that too. */
  readonly gates?: readonly GateAhead[];
}

/** What no program can judge. */
export interface Judge extends AtPiece {
  readonly kind: 'judge';
  /** Index of the check within the piece. */
  readonly check: number;
  readonly expectation: string;
  /** Why no program can tell. */
  readonly reason: string;
  /** The end of what the piece wrote. */
  readonly seen: string;
  readonly attempt: number;
}

/** A piece did not come out. */
export interface PieceFailed extends AtPiece {
  readonly kind: 'piece-failed';
  readonly status: 'failed' | 'stopped' | 'timed-out';
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly reason: string;
  /** The checks that did not hold, expected beside seen. */
  readonly checks: readonly Pick<ExpectationChecked, 'index' | 'text' | 'kind' | 'seen' | 'reason'>[];
  readonly attempt: number;
  readonly effect: Effect;
  /** Further attempts of its pins, and the milliseconds between them. */
  readonly retry: { readonly left: number; readonly everyMs: number };
  /** Whether `until-it-holds` is taken: never for what destroys. */
  readonly untilItHolds: boolean;
  /** Set where the exit status answers an order to stop that stands below: it is asked about here, and not again. */
  readonly gate?: GateAhead;
}

/** An order to stop, with the piece that it holds. */
export interface GateAhead extends At {
  readonly text: string;
  readonly line: number;
}

/** A piece was running when the run was left, or the connection to its place was lost: nobody knows how far it came. */
export interface Interrupted extends AtPiece {
  readonly kind: 'interrupted';
  readonly code: string;
  readonly effect: Effect;
  readonly effectWord: string | null;
  /** When it had begun, ISO 8601. */
  readonly since: string;
  /** What cut it off, in words. */
  readonly why: string;
  readonly on: Place | null;
  /** The end of what it had written. */
  readonly seen: string;
}
