import { MASK, Redactor } from '../../events/index.ts';
import { isSecretName, secretParts } from '../../model/index.ts';
import { type Plan, type PlannedPiece, secretNames, writtenSecrets } from '../../plan/index.ts';

/** Masks the values of a plan's secrets in texts. */
export interface PlanMask {
  readonly text: (text: string) => string;
  readonly code: (piece: PlannedPiece) => string;
  readonly value: (name: string, value: string | null) => string | null;
}

/** A mask for the secrets of a plan, given by the caller or written in the runbook, in every form that a run would mask. */
export function planMask(plan: Plan): PlanMask {
  const given = plan.parameters.flatMap(({ parameter, secret, value }) => (secret && value !== null && value !== '' ? [[parameter.name, value] as const] : []));
  const names = new Set(given.map(([name]) => name));
  const pinned = secretNames(plan.runbook);
  const redactor = new Redactor();
  for (const [name, value] of [...given, ...writtenSecrets(plan.runbook, (each) => pinned.has(each) || isSecretName(each))]) for (const part of secretParts(name, value)) redactor.add(part);
  return {
    text: (text) => redactor.redact(text),
    value: (name, value) => (names.has(name) ? MASK : value),
    // Where a secret was filled in, the text has the variable that holds it.
    code: ({ code }) => redactor.redact(code.text),
  };
}
