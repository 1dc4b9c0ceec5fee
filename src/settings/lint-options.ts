/** What a team sets in `.runbook.yaml` under `options:` and `shell:` that decides whether lint reports something. */
export interface LintOptions {
  /** Days after which a review is stale, unless the file states `review in`. */
  readonly reviewDays: number;
  /** Days after which the last successful execution is too long ago. */
  readonly drillDays: number;
  /** Metadata keys, canonical or the team's own, that every runbook must state besides owner and last reviewed. */
  readonly requiredMetadata: readonly string[];
  /** The team's own names for known keys. */
  readonly metadataNames: Readonly<Partial<Record<'owner' | 'lastReviewed', readonly string[]>>>;
  /** Whether every block begins with `set -o pipefail`. */
  readonly pipefail: boolean;
}

/** The defaults. */
export const DEFAULT_LINT_OPTIONS: LintOptions = { reviewDays: 180, drillDays: 90, requiredMetadata: [], metadataNames: {}, pipefail: false };
