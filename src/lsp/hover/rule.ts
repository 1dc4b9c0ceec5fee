import { findRule } from '../../lint/index.ts';
import { rulePageUri } from '../../print/findings/index.ts';
import { words } from '../markdown.ts';

/** A rule of lint, or `null` where none is called so. */
export function ruleCard(name: string): string | null {
  const rule = findRule(name);
  return rule === undefined ? null : `**${rule.id}** (${rule.severity}): ${words(rule.summary)}\n\n${words(rule.docs.why)}\n\n[Examples](${rulePageUri(rule.id)})`;
}
