import type { Redactor } from '../../events/index.ts';
import { type Environment, isSecretName, type CodeRange, type CommandStep, secretParts, type ShellAnalysis } from '../../model/index.ts';
import { type Plan, secretNames, writtenSecrets } from '../../plan/index.ts';
import { setsUnknown } from '../../shell-syntax/index.ts';

/** Whether the value of a parameter or variable must never be shown. */
export function secretTest(plan: Plan): (name: string) => boolean {
  const pinned = secretNames(plan.runbook);
  return (name) => pinned.has(name) || isSecretName(name);
}

/** Tells the redactor a value; for an address, only its secret parts. Returns whether all of it is long enough to be masked. */
export function learnSecret(redactor: Redactor, name: string, value: string): boolean {
  return secretParts(name, value).filter((part) => part !== '').map((part) => redactor.add(part)).every((hidden) => hidden);
}

/** Tells the redactor every secret of a run; returns the names of those that are too short to be masked. */
export function learnSecrets(redactor: Redactor, plan: Plan, environment: Environment): readonly string[] {
  const isSecret = secretTest(plan);
  const fromEnvironment = Object.entries(environment).filter(([name]) => isSecret(name.replace(/^RUNBOOK_SET_/, '')));
  const fromParameters = plan.parameters.filter(({ secret }) => secret).map(({ parameter, value }): [string, string | null] => [parameter.name, value]);
  const short = new Set<string>();
  for (const [name, value] of [...fromEnvironment, ...fromParameters, ...writtenSecrets(plan.runbook, isSecret)]) {
    if (value !== undefined && value !== null && value !== '' && !learnSecret(redactor, name, value)) short.add(name);
  }
  return [...short];
}

/** Whether the output of a piece must be held back until it ends, because it makes a secret whose value is only known then. */
export function makesSecret({ code, shell, pins }: CommandStep, range: CodeRange, isSecret: (name: string) => boolean): boolean {
  return assignsSecret(shell, code.text, range, isSecret) || (pins.capture?.value.some(({ parameter }) => isSecret(parameter)) ?? false) || code.text.slice(range.start, range.end).includes('RUNBOOK_OUTPUT');
}

function assignsSecret({ assignments }: ShellAnalysis, code: string, range: CodeRange, isSecret: (name: string) => boolean): boolean {
  return assignments.some(({ name, start, end }) => range.start <= start && end <= range.end && isSecret(name) && setsUnknown(code.slice(start, end)));
}
