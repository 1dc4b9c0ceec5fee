import type { ErrorReport, Io, Runbook } from '../model/index.ts';
import type { Standing } from '../plan-lock/index.ts';
import type { ListedRun } from '../print/index.ts';
import type { Walk, WalkOptions } from '../walk/index.ts';
import type { Inside } from './roots.ts';

/** The options of whoever started the server; an agent cannot change them. */
export interface AgentRules {
  /** Whether an agent may run changing pieces, and outside production also those with unknown effect. */
  readonly allowChanges: boolean;
  /** Whether only steps that are known to only read may run. */
  readonly readOnly: boolean;
  /** Whether a person is asked through the client, if it supports that, instead of in a terminal. */
  readonly elicit: boolean;
  /** The agent's name; `null` to use its client's. */
  readonly operator: string | null;
}

/** A run of this machine, from its journal. */
export interface KnownRun extends ListedRun {
  readonly id: string;
  /** The absolute path of its runbook. */
  readonly path: string;
  /** Its report as Markdown. */
  report(): Promise<string>;
}

/** How to begin a run. */
export interface AgentRequest {
  readonly target?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
}

/** What is needed to walk a run for an agent. */
export type AgentWalk = WalkOptions & {
  /** Set if the run is one of the team's on an engine: its conversation, and what to do once that is over. */
  readonly engine?: { readonly walk: Walk; close(): Promise<void> };
};

/** The machine, passed in: the server itself opens, reads and writes nothing. */
export interface AgentHost extends Pick<Io, 'cwd' | 'env'> {
  readonly version: string;
  /** The standing of a runbook to the plan lock. */
  standing(runbook: Runbook): Promise<Standing>;
  /** Findings of lint, as `lint --format json` prints them. */
  lint(path: string): Promise<readonly unknown[]>;
  /** The runs of this machine, newest first. */
  runs(): Promise<readonly KnownRun[]>;
  /** Prepares a run that an agent begins; throws if it may not. */
  begin(file: Inside, request: AgentRequest, operator: string): Promise<AgentWalk>;
  /** The same for a run that was left. */
  resume(run: KnownRun, file: Inside, request: Pick<AgentRequest, 'values' | 'readOnly'>): Promise<AgentWalk>;
  /** An error in the words of the command line. */
  errorText(report: ErrorReport): string;
}
