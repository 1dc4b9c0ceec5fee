import type { Located, Runbook } from '../../model/index.ts';
import type { LintOptions } from '../../settings/index.ts';

/** The value of a known key, or of the team's own name for it; `null` if there is none. */
export function metadataValue({ metadata }: Runbook, { metadataNames }: LintOptions, key: 'owner' | 'lastReviewed'): Located<string> | null {
  const names = (metadataNames[key] ?? []).map(plainKey);
  return metadata[key] ?? metadata.entries.find((entry) => names.includes(plainKey(entry.key)) && entry.value.trim() !== '') ?? null;
}

/** A key without case, blanks, `_` and `-`. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}
