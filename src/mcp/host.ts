import type { ErrorReport, Runbook } from '../model/index.ts';
import type { Standing } from '../plan-lock/index.ts';
import type { ListedRun } from '../print/index.ts';
import type { Walk, WalkOptions } from '../walk/index.ts';
import type { Inside } from './roots.ts';

/** What the server is told by whoever started it: an agent can change none of it. */
export interface AgentRules {
  /** What changes something, and what nobody knows the effect of, runs on an agent's word outside of production. */
  readonly allowChanges: boolean;
  /** Only steps that are known to only read. */
  readonly readOnly: boolean;
  /** A person is asked through the client, where it can; else in a terminal. */
  readonly elicit: boolean;
  /** Name of the agent; `null` for that of its client. */
  readonly operator: string | null;
}

/** A run of this machine, as its journal tells it. */
export interface KnownRun extends ListedRun {
  readonly id: string;
  /** Absolute path of its runbook. */
  readonly path: string;
  /** Its report as Markdown. */
  report(): Promise<string>;
}

/** How a run is to begin. */
export interface AgentRequest {
  readonly target?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
}

/** What a walk of an agent's goes by. */
export type AgentWalk = WalkOptions & {
  /** Set where the run is one of the team's on an engine: the conversation with it, and what to do once that is over. */
  readonly engine?: { readonly walk: Walk; close(): Promise<void> };
};

/** The machine as the server is given it: it opens, reads and writes nothing of that itself. */
export interface AgentHost {
  readonly version: string;
  readonly cwd: string;
  /** How a runbook stands to the plan lock. */
  standing(runbook: Runbook): Promise<Standing>;
  /** Findings of lint, as `lint --format json` prints them. */
  lint(path: string): Promise<readonly unknown[]>;
  /** Runs of this machine, newest first. */
  runs(): Promise<readonly KnownRun[]>;
  /** What a walk goes by that an agent begins; throws where it may not. */
  begin(file: Inside, request: AgentRequest, operator: string): Promise<AgentWalk>;
  /** The same of a run that was left. */
  resume(run: KnownRun, file: Inside, request: Pick<AgentRequest, 'values' | 'readOnly'>): Promise<AgentWalk>;
  /** An error in the words of the command line. */
  errorText(report: ErrorReport): string;
}
