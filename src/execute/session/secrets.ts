import type { Redactor } from '../../events/index.ts';
import { isSecretName } from '../../model/index.ts';
import { type Plan, secretNames } from '../../plan/index.ts';

/** Whether the value of a parameter or variable is never shown. */
export function secretTest(plan: Plan): (name: string) => boolean {
  const pinned = secretNames(plan.runbook);
  return (name) => pinned.has(name) || isSecretName(name);
}

/** Makes the redactor know every secret of a run; returns the names of those that are too short to be hidden. */
export function learnSecrets(redactor: Redactor, plan: Plan, environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isSecret = secretTest(plan);
  const fromEnvironment = Object.entries(environment).filter(([name]) => isSecret(name));
  const fromParameters = plan.parameters.filter(({ secret }) => secret).map(({ parameter, value }): [string, string | null] => [parameter.name, value]);
  const short = new Set<string>();
  for (const [name, value] of [...fromEnvironment, ...fromParameters]) {
    if (value !== undefined && value !== null && value !== '' && !redactor.add(value)) short.add(name);
  }
  return [...short];
}
