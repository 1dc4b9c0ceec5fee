import type { TerminalPort } from '../execute/index.ts';
import type { Environment, ExitCode } from '../model/index.ts';
import type { Outgoing } from '../notify/index.ts';
import type { Finished, Walk } from '../walk/index.ts';
import type { Streams } from './mount.tsx';
import type { Message } from './state/message.ts';
import type { WalkFacts } from './walk-facts.ts';

/** The input of the full-screen walk: the screen itself runs and writes nothing. */
export interface WalkOptions extends WalkFacts {
  readonly streams: Streams;
  readonly env: Environment;
  /** The conversation; steps that need the terminal get it from the screen. */
  converse(terminal: TerminalPort): Walk;
  /** The messages to send, filled with what the run knows. */
  messages(walk: Walk): readonly Message[];
  /** Where they can be sent to. */
  readonly outgoing: Outgoing;
  /** The exit code of an ended walk. */
  exitCode(finished: Finished, interrupted: boolean): ExitCode;
  /** Resolves with the reason once a signal asks the run to end. */
  readonly stop: { readonly asked: () => string | null; readonly wait: Promise<string>; readonly code: () => ExitCode };
}

/** The end of the walk: what to print on the ordinary screen, and the exit code. */
export interface WalkEnd {
  readonly code: ExitCode;
  readonly said: string;
}
