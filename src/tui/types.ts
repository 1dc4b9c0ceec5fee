import type { TerminalPort } from '../execute/index.ts';
import type { Environment, ExitCode, ShellAnalysis } from '../model/index.ts';
import type { Outgoing } from '../notify/index.ts';
import type { Standing } from '../plan-lock/index.ts';
import type { Finished, Walk } from '../walk/index.ts';
import type { Streams } from './mount.tsx';
import type { Message } from './state/message.ts';

/** The input of the full-screen walk: the screen itself runs and writes nothing. */
export interface WalkOptions {
  readonly operator: string;
  /** Names that are production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
  readonly streams: Streams;
  /** The last row of the history in words; `null` where there is none. */
  readonly lastRun: string | null;
  /** Where a resumed run continues; `null` for a new run. */
  readonly resumed: string | null;
  /** What changed since then, in words. */
  readonly changed: readonly string[];
  /** What the parse of a shell text says; passed in, so that the screen does not bring the reader along a second time. */
  readShell(code: string): ShellAnalysis;
  readonly env: Environment;
  /** Programs that steps are pinned to and that are not here, in words. */
  readonly missing: readonly string[];
  /** The runbook's standing to the plan lock. */
  readonly standing: Standing;
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
