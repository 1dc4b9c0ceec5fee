import type { RuleSetting } from './lint.ts';
import { closest } from '../model/index.ts';
import { RULES_BY_ID } from './rules/index.ts';

/** Words that set a rule, in a configuration and in `--rule id=word`. */
export const SETTING_WORDS = ['off', 'info', 'warn', 'error'] as const;

/** What a word sets; a YAML 1.1 writer may turn a bare `off` into `false`. */
export function parseSetting(word: unknown): RuleSetting | null {
  if (word === false) return 'off';
  if (word === 'warn' || word === 'warning') return 'warning';
  return word === 'off' || word === 'info' || word === 'error' ? word : null;
}

/** The rule id that a name sets, or why it sets none. */
export function settingKey(name: string): string | { readonly why: string } {
  if (RULES_BY_ID.has(name) || name === 'shellcheck' || /^shellcheck\/SC\d{4}$/.test(name)) return name;
  const code = /^(?:shellcheck\/)?(SC\d{4})$/i.exec(name)?.[1];
  if (code !== undefined) return `shellcheck/${code.toUpperCase()}`;
  const near = nearestRule(name);
  return { why: `no rule is called "${name}"${near === null ? '' : `; "${near}" is one`}` };
}

/** The rule that was probably meant, or `null`. */
export function nearestRule(name: string): string | null {
  return closest(name, [...RULES_BY_ID.keys()])[0] ?? null;
}
