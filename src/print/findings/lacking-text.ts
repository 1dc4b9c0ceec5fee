import { counted, listWords } from '../../model/index.ts';

const WORDS: Readonly<Record<string, string>> = { 'missing-owner': 'no owner', 'missing-last-reviewed': 'no date of the last review', 'missing-history': 'no table of executions', 'missing-title': 'no title', 'prompt-in-fence': 'prompts in blocks labelled as a script', 'mixed-output': 'output in blocks labelled as a script' };

/** One line for the whole run on what the runbooks lack in common with their neighbours; empty if nothing. */
export function lackingText(lacking: ReadonlyMap<string, number>): string {
  if (lacking.size === 0) return '';
  const parts = [...lacking].map(([rule, count]) => `${WORDS[rule] ?? `a finding of ${rule}`} (${counted(count, 'runbook')})`);
  return `not reported, since few runbooks of the folder do otherwise: ${listWords(parts)}; --select ${[...lacking.keys()].join(',')} lists them\n`;
}
