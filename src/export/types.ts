import type { Surface } from './surface.ts';

/** How the history row of a run gets into the repository. */
export type RowBy = 'commit' | 'pull-request' | 'none';

/** A runbook for a forge to run. */
export interface Exported {
  /** Its path from the root of the repository. */
  readonly file: string;
  readonly title: string;
  /** The package that the forge installs, e.g. `runbook@0.1.0`. */
  readonly package: string;
  /** The call that wrote the file, so that it can be repeated. */
  readonly call: string;
  /** Names of targets; empty if nothing depends on the target. */
  readonly targets: readonly string[];
  readonly surface: Pick<Surface, 'choices' | 'values' | 'secrets'>;
  readonly skip: readonly string[];
  readonly settle: readonly string[];
  /** Names of further secrets that the commands read from their environment. */
  readonly secretNames: readonly string[];
  readonly allowDestructive: boolean;
  readonly maxParallel: number;
  readonly failFast: boolean;
  /** When drills run, and on which targets; `null` if there are none. */
  readonly drill: { readonly cron: string; readonly targets: readonly string[] } | null;
  readonly row: RowBy;
  /** The environment of the only job, if nothing depends on a target. */
  readonly environment: string | null;
  /** The container image of GitLab's jobs. */
  readonly image: string;
}
