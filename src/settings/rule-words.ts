import type { RuleSetting } from './types.ts';

/** The words that a rule can be set to, in the settings and in `--rule id=word`. */
export const SETTING_WORDS = ['off', 'info', 'warn', 'error'] as const;

/** What a word sets a rule to. `false` counts as `off`, which YAML 1.1 writers turn into it. */
export function parseSetting(word: unknown): RuleSetting | null {
  if (word === false) return 'off';
  if (word === 'warn' || word === 'warning') return 'warning';
  return word === 'off' || word === 'info' || word === 'error' ? word : null;
}
