import type { RunEvent } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Journal, Lock } from '../../state/index.ts';
import type { Clock, KeepRow, TerminalPort } from '../types.ts';

/** What a session is made of; `openRun` gathers it. */
export interface SessionParts {
  readonly id: string;
  readonly folder: string;
  readonly journal: Journal;
  readonly locks: readonly Lock[];
  readonly plan: Plan;
  readonly operator: string;
  /** Absolute path of the runbook. */
  readonly path: string;
  /** What earlier processes of this run wrote; empty for a new run. */
  readonly earlier: readonly RunEvent[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number | null;
  readonly clock: Clock;
  readonly terminal: TerminalPort | null;
  /** Whether blocks begin with `set -o pipefail` where no pin says otherwise. */
  readonly pipefail: boolean;
  readonly keepRow?: KeepRow;
  /** What must not be stored or shown though no step is given it. */
  readonly secrets?: readonly { readonly name: string; readonly value: string }[];
  /** Waits, a bounded time, for what is to be in the journal before it is closed. */
  readonly settle?: () => Promise<void>;
}
