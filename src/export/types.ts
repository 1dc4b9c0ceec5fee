import type { Surface } from './surface.ts';

/** How the row of a run gets into the repository. */
export type RowBy = 'commit' | 'pull-request' | 'none';

/** A runbook as a forge is to run it. */
export interface Exported {
  /** From the repository's root. */
  readonly file: string;
  readonly title: string;
  /** The package that the forge installs, e.g. `runbook@0.1.0`. */
  readonly package: string;
  /** The call that wrote it, to be given again. */
  readonly call: string;
  /** Names of targets; none where nothing depends on one. */
  readonly targets: readonly string[];
  readonly surface: Pick<Surface, 'choices' | 'values' | 'secrets'>;
  readonly skip: readonly string[];
  readonly settle: readonly string[];
  /** Names of further secrets that the commands read from their environment. */
  readonly secretNames: readonly string[];
  readonly allowDestructive: boolean;
  readonly maxParallel: number;
  readonly failFast: boolean;
  /** When drills run, and on which targets; `null` for never. */
  readonly drill: { readonly cron: string; readonly targets: readonly string[] } | null;
  readonly row: RowBy;
  /** The environment of the one job, where nothing depends on a target. */
  readonly environment: string | null;
  /** The image that GitLab's jobs run in. */
  readonly image: string;
}
