import type { RunEvent, RunState } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { At, Finished, Prompt } from './prompts.ts';
import type { Reply, ReplyResult } from './replies.ts';

/** What runs now. A `note` or `leave` that names its id is taken while it does. */
export interface Running extends At {
  readonly id: string;
  readonly attempt: number;
  /** The next attempt is waited for; nothing runs until it begins. */
  readonly waiting: boolean;
}

/** What a face is told. `prompt` and `running` are never both set; both are null while the walk is on its way. */
export type WalkChange =
  | { readonly kind: 'event'; readonly event: RunEvent }
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | { readonly kind: 'running'; readonly running: Running };

/** One conversation over a run: what every face drives. */
export interface Walk {
  /** As it stands, with what was chosen and answered. */
  readonly plan: Plan;
  /** The fold of the run's events; that of an empty run before it began. */
  readonly state: RunState;
  /** Id of the run; `null` until its target is known. */
  readonly run: string | null;
  /** What is asked now. The last one is `finished`. */
  readonly prompt: Prompt | null;
  readonly running: Running | null;
  /** Begins, and resolves when nothing is left to ask. */
  begin(): Promise<Finished>;
  /** Answers what is asked. Only a reply that fits changes anything. */
  reply(reply: Reply): ReplyResult;
  /** Milliseconds that the run has taken, those before it was resumed included; it stands still once the run has ended. */
  readonly elapsedMs: number;
  /** Ends the running piece and nothing else: INT, TERM, KILL. */
  stopPiece(): void;
  /** A signal or a fault asks the run to end in order: what runs is stopped, nothing more is asked. */
  end(reason: string): void;
  /** Called with each change; a promise for an event holds back the output of what runs. */
  subscribe(listener: (change: WalkChange) => void | Promise<void>): () => void;
  /** Set once the journal cannot be written: no further step runs. */
  readonly broken: string | null;
  /** Whether a step has the terminal now: Ctrl-C is for it. */
  readonly terminalGiven: boolean;
  /** The text with every secret masked. */
  mask(text: string): string;
  /** The last of what a piece wrote. */
  outputTail(step: string, piece: number, bytes?: number): string;
}
