import { closest } from '../model/index.ts';
import type { RuleNamed } from '../settings/index.ts';
import { RULES_BY_ID, ruleId } from './rules/index.ts';

/** The rule id that a name refers to, or why there is none. */
export const settingKey: RuleNamed = (name) => {
  if (RULES_BY_ID.has(ruleId(name))) return ruleId(name);
  if (name === 'shellcheck' || /^shellcheck\/SC\d{4}$/.test(name)) return name;
  const code = shellcheckCode(name);
  if (code !== undefined) return `shellcheck/${code}`;
  const near = nearestRule(name);
  return { why: `no rule is called "${name}"${near === null ? '' : `; "${near}" is one`}` };
};

/** The code of a finding of shellcheck, such as `SC2086`, that a name refers to. */
export function shellcheckCode(name: string): string | undefined {
  return /^(?:shellcheck\/)?(SC\d{4})$/i.exec(name)?.[1]?.toUpperCase();
}

/** The rule that was probably meant, or `null`. */
export function nearestRule(name: string): string | null {
  return closest(name, [...RULES_BY_ID.keys()])[0] ?? null;
}
