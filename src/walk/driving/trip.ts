import type { AmbientContext } from '../../context/index.ts';
import type { RunSession } from '../../execute/index.ts';
import type { Conversation, Turn } from './conversation.ts';
import type { WalkOptions } from '../machine.ts';

/** How a walk came to its end. */
export type End = { readonly how: 'passed' | 'failed' | 'aborted' | 'left'; readonly reason: string };

/** What the visit of a place needs. */
export interface Trip {
  readonly conversation: Conversation;
  readonly session: RunSession;
  readonly options: WalkOptions;
  /** Places that were settled and are to be asked once more. */
  readonly again: Set<string>;
  /** Places that were cut off before the run was resumed. */
  readonly cutOff: Set<string>;
  /** What the machine pointed at when it was last looked at. */
  context: readonly AmbientContext[] | null;
}

/** What a visit comes to: on to the next, a turn that somebody took, or the end. */
export type Came = 'on' | Turn | End;
