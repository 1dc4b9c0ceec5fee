import type { RunEvent } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Journal, Lock } from '../../state/index.ts';
import type { Clock, KeepRow, TerminalPort } from '../types.ts';

/** The parts of a session, which `openRun` gathers. */
export interface SessionParts {
  readonly id: string;
  readonly folder: string;
  readonly journal: Journal;
  readonly locks: readonly Lock[];
  readonly plan: Plan;
  readonly operator: string;
  /** Absolute path of the runbook. */
  readonly path: string;
  /** The events of earlier processes of this run; empty for a new run. */
  readonly earlier: readonly RunEvent[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number | null;
  readonly clock: Clock;
  readonly terminal: TerminalPort | null;
  /** Whether blocks begin with `set -o pipefail` unless a pin says otherwise. */
  readonly pipefail: boolean;
  readonly keepRow?: KeepRow;
  /** Secrets of the program itself that must not be stored or shown. */
  readonly secrets?: readonly { readonly name: string; readonly value: string }[];
  /** Waits, for a bounded time, for events that have to be in the journal before it is closed. */
  readonly settle?: () => Promise<void>;
}
