import type { Effect } from '../model/index.ts';
import type { ApprovalRule } from './types.ts';

const EFFECTS: readonly Effect[] = ['reads', 'changes', 'destroys', 'unknown'];

/** Words that ask for a second person before anything destructive. */
const SECOND_PERSON = /\bsecond (?:person|pair of eyes|operator|engineer)\b|\b(?:four|4)[- ]eyes\b|\btwo[- ](?:person|people|persons)\b|\b(?:nobody|no one|never|not)\b[^.;]*\balone\b/i;

/**
 * What the Approver line of a runbook wants approved: either effects and, after "in", places (`destroys, unknown in production, raxx-*`),
 * or, in prose, a second person. A name or a role alone says who may approve but demands nothing: `null`.
 */
export function approverLine(text: string): ApprovalRule | null {
  const [, before = '', after = ''] = /^(.*?)(?:\s+in\s+(.*))?$/is.exec(text.trim()) ?? [];
  const words = listOf(before);
  const effects = EFFECTS.filter((effect) => words.includes(effect));
  if (effects.length > 0 && effects.length === words.length) return { effects, places: listOf(after) };
  return SECOND_PERSON.test(text) ? { effects: ['destroys'], places: [] } : null;
}

function listOf(text: string): readonly string[] {
  return text.split(/[,;·]|\s+(?:and|or)\s+/i).map((word) => word.trim().replace(/^`|[`.]$/g, '')).filter((word) => word !== '');
}
