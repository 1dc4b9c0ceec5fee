import { MASK, Redactor } from '../events/index.ts';
import type { Plan, PlannedPiece } from '../plan/index.ts';

/** Shows texts of a plan without the values of its secrets. */
export interface PlanMask {
  readonly text: (text: string) => string;
  readonly code: (piece: PlannedPiece) => string;
  readonly value: (name: string, value: string | null) => string | null;
}

/** A mask for the secrets of a plan: exact where a value was put in, by its text elsewhere, in every form that a run would hide. */
export function planMask(plan: Plan): PlanMask {
  const secrets = new Map(plan.parameters.flatMap(({ parameter, secret, value }) => (secret && value !== null && value !== '' ? [[parameter.name, value] as const] : [])));
  const redactor = new Redactor();
  for (const value of secrets.values()) redactor.add(value);
  return {
    text: (text) => redactor.redact(text),
    value: (name, value) => (secrets.has(name) ? MASK : value),
    code: ({ code, replaced }) => {
      let shown = code.text;
      for (const { start, end, name, because } of [...replaced].reverse()) if (because === 'parameter' && secrets.has(name)) shown = shown.slice(0, start) + MASK + shown.slice(end);
      return redactor.redact(shown);
    },
  };
}
