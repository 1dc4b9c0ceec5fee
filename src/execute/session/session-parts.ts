import type { Environment } from '../../model/index.ts';
import type { Listener, RunEvent, RunStarted, RunState } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Journal, Lock } from '../../state/index.ts';
import type { Clock, KeepRow, TerminalPort } from '../types.ts';

/** What a run begins with. */
export interface OpenRun {
  readonly plan: Plan;
  /** Absolute path of the runbook file. */
  readonly path: string;
  readonly operator: string;
  readonly mode: 'walk' | 'unattended';
  readonly version: string;
  /** Folder of runs, locks and kept rows. */
  readonly state: string;
  readonly cwd: string;
  readonly env: Environment;
  readonly timeoutMs: number | null;
  /** The team's setting: whether blocks begin with `set -o pipefail` unless a pin says otherwise. */
  readonly pipefail: boolean;
  readonly force: boolean;
  readonly terminal: TerminalPort | null;
  readonly clock?: Clock;
  /** Called with every event, including the first. */
  readonly listener?: Listener<RunEvent>;
  /** Called when the run is about to end, before the end is written. */
  readonly keepRow?: KeepRow;
  /** Secrets of the program itself that must not be stored or shown: the addresses that the run's messages go to. */
  readonly secrets?: readonly { readonly name: string; readonly value: string }[];
  /** Whether the output of what may print a secret is stored all the same: a worker shows it from there. */
  readonly storesRevealed?: boolean;
  /** Waits, for a bounded time, for events that have to be in the journal before it is closed. */
  readonly settle?: () => Promise<void>;
  /** What was asked for about the history row. */
  readonly row?: RunStarted['row'];
  /** The run to resume, if it is not a new one. */
  readonly resume?: {
    readonly id: string;
    readonly folder: string;
    readonly state: RunState;
    /** Warnings for steps that have not run yet and have changed since the run began. */
    readonly warnings: readonly { readonly step: string; readonly text: string }[];
  };
}

/** The parts of a session, which `openRun` gathers. */
export interface SessionParts extends Pick<OpenRun, 'plan' | 'path' | 'operator' | 'cwd' | 'env' | 'timeoutMs' | 'pipefail' | 'terminal' | 'keepRow' | 'secrets' | 'settle' | 'storesRevealed'> {
  readonly id: string;
  readonly folder: string;
  readonly journal: Journal;
  readonly locks: readonly Lock[];
  /** The events of earlier processes of this run; empty for a new run. */
  readonly earlier: readonly RunEvent[];
  readonly clock: Clock;
}
