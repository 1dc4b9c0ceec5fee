/** Names of the known keys, as the model has them. */
export type MetadataKey = 'owner' | 'system' | 'severity' | 'status' | 'lastReviewed' | 'reviewIn' | 'lastIncident' | 'related' | 'audience' | 'approver' | 'escalation';

/** Other names of the known keys, lower case, blanks for `_` and `-`. */
const NAMES: Readonly<Record<MetadataKey, readonly string[]>> = {
  owner: ['owner', 'owners', 'team', 'teams', 'owning team', 'owner team', 'team owner', 'maintainer', 'maintainers', 'maintained by', 'runbook owner', 'document owner', 'owned by', 'service owner'],
  system: ['system', 'systems', 'service', 'services', 'scope', 'applies to', 'application', 'applications', 'app', 'apps', 'affected systems', 'affected services', 'component', 'components'],
  severity: ['severity', 'sev', 'priority'],
  status: ['status', 'state', 'document status'],
  lastReviewed: ['last reviewed', 'last updated', 'last verified', 'reviewed', 'last reviewed on', 'last review', 'reviewed on', 'updated', 'last update', 'last tested', 'last modified', 'last validated', 'date reviewed', 'last drill'],
  reviewIn: ['review in', 'review every', 'review cadence', 'review cycle', 'review frequency', 'review interval', 'next review in'],
  lastIncident: ['last incident', 'last incidents', 'latest incident', 'last used'],
  related: ['related', 'see also', 'related runbooks', 'related docs', 'related documents', 'related links', 'references', 'related documentation'],
  audience: ['audience', 'intended audience', 'who', 'for'],
  approver: ['approver', 'approvers', 'approval', 'approved by', 'authorization mode', 'authorisation mode', 'authorization', 'authorised by', 'authorized by'],
  escalation: ['escalation', 'escalate to', 'escalation contact', 'escalation path', 'escalation policy', 'on call', 'oncall', 'pager'],
};

const KEYS: ReadonlyMap<string, MetadataKey> = new Map(Object.entries(NAMES).flatMap(([key, names]) => names.map((name): [string, MetadataKey] => [name, key as MetadataKey])));

/** The known key that a written one names, or `null`. */
export function knownKey(written: string): MetadataKey | null {
  const name = written.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/\(.*\)$| for accuracy$/, '').replace(/[\s_-]+/g, ' ').trim();
  return KEYS.get(name) ?? null;
}

/** Known keys whose value is a list. */
export const LIST_KEYS: ReadonlySet<MetadataKey> = new Set(['system', 'related']);
