import type { RuleSetting } from './types.ts';

/** Words that set a rule, in the settings and in `--rule id=word`. */
export const SETTING_WORDS = ['off', 'info', 'warn', 'error'] as const;

/** What a word sets; a YAML 1.1 writer may turn a bare `off` into `false`. */
export function parseSetting(word: unknown): RuleSetting | null {
  if (word === false) return 'off';
  if (word === 'warn' || word === 'warning') return 'warning';
  return word === 'off' || word === 'info' || word === 'error' ? word : null;
}
