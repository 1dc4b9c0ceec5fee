import type { Listener, RunEvent, RunState } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { At, Finished, Prompt } from './prompts.ts';
import type { Reply, ReplyResult } from './replies.ts';

/** What is running now. A `note` or `leave` for its id is accepted meanwhile. */
export interface Running extends At {
  readonly id: string;
  readonly attempt: number;
  /** Waiting for the next attempt; nothing runs until it begins. */
  readonly waiting: boolean;
}

/** What a face is told. `prompt` and `running` are never both set; both are `null` while the walk is between the two. */
export type WalkChange =
  | { readonly kind: 'event'; readonly event: RunEvent }
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | { readonly kind: 'running'; readonly running: Running }
  /** Something to know for whoever follows the run here that is no event of it: the engine does not answer, an answer came too late. */
  | { readonly kind: 'told'; readonly text: string };

/** The conversation about a run, which every face drives. */
export interface Walk {
  /** The current plan, including choices and answers so far. */
  readonly plan: Plan;
  /** The state folded from the run's events; that of an empty run before it began. */
  readonly state: RunState;
  /** Id of the run; `null` until its target is known. */
  readonly run: string | null;
  /** The current prompt. The last one is `finished`. */
  readonly prompt: Prompt | null;
  readonly running: Running | null;
  /** Starts the walk; resolves when it is over. */
  begin(): Promise<Finished>;
  /** Answers the prompt. Only a reply that fits changes anything. */
  reply(reply: Reply): ReplyResult;
  /** Milliseconds that the run has taken, including those before it was resumed; stops when the run has ended. */
  readonly elapsedMs: number;
  /** Ends the running piece, and only that: INT, TERM, KILL. */
  stopPiece(): void;
  /** Ends the run in order after a signal or a fault: what is running is stopped, and nothing more is asked. */
  end(reason: string): void;
  /** Called with each change; a promise returned for an event holds back the output of what is running. */
  subscribe(listener: Listener<WalkChange>): () => void;
  /** Set once the journal cannot be written; no further step runs then. */
  readonly broken: string | null;
  /** Whether a step has the terminal now, so that Ctrl-C is meant for it. */
  readonly terminalGiven: boolean;
  /** A text with every secret masked. */
  mask(text: string): string;
  /** The end of what a piece wrote. */
  outputTail(step: string, piece: number, bytes?: number): string;
}
