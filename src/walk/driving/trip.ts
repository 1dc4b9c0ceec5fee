import type { AmbientContext } from '../../context/index.ts';
import type { RunSession } from '../../execute/index.ts';
import type { At } from '../prompts/index.ts';
import type { Conversation, Turn } from './conversation.ts';
import type { WalkOptions } from '../machine.ts';

/** How a walk ended. */
export type End = { readonly how: 'passed' | 'failed' | 'aborted' | 'left'; readonly reason: string };

/** What a visit to a place needs. */
export interface Trip {
  readonly conversation: Conversation;
  readonly session: RunSession;
  readonly options: WalkOptions;
  /** Places that were settled and have to be asked for once more. */
  readonly again: Set<string>;
  /** Places that a `go-to` passed over; they are asked once the walk is before them again. */
  readonly passedOver: Set<string>;
  /** Places that were cut off before the run was resumed. */
  readonly cutOff: Set<string>;
  /** Pieces of which a judgement was taken back, or was open when the run was left or another answer was changed: they are judged before anything else. */
  readonly unjudged: At[];
  /** What the machine pointed at when last looked at. */
  context: readonly AmbientContext[] | null;
}

/** The result of a visit: on to the next place, a turn, or the end. */
export type Came = 'on' | Turn | End;

/** Notes that a piece is to be judged. */
export function judgeLater({ unjudged }: Trip, at: At): void {
  if (!unjudged.some(({ step, piece }) => step === at.step && piece === at.piece)) unjudged.push(at);
}
