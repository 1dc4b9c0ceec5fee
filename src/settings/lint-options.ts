/** What a team settles in `.runbook.yaml`, under `options:` and `shell:`, that decides whether something is a fault. */
export interface LintOptions {
  /** Days after which a review is stale, where the file states no `review in`. */
  readonly reviewDays: number;
  /** Days after which the last successful execution is too long ago. */
  readonly drillDays: number;
  /** Canonical or own metadata keys that every runbook has to state besides owner and last reviewed. */
  readonly requiredMetadata: readonly string[];
  /** Names that the team has for known keys. */
  readonly metadataNames: Readonly<Partial<Record<'owner' | 'lastReviewed', readonly string[]>>>;
  /** Whether every block begins with `set -o pipefail`. */
  readonly pipefail: boolean;
}

/** What holds where a team sets nothing. */
export const DEFAULT_LINT_OPTIONS: LintOptions = { reviewDays: 180, drillDays: 90, requiredMetadata: [], metadataNames: {}, pipefail: false };
