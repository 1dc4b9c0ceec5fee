import type { Plan, PlannedPiece } from '../plan/index.ts';

const MASK = '***';
const SHORTEST = 6;

/** Shows texts of a plan without the values of its secrets. */
export interface PlanMask {
  readonly text: (text: string) => string;
  readonly code: (piece: PlannedPiece) => string;
  readonly value: (name: string, value: string | null) => string | null;
}

/** A mask for the secrets of a plan: exact where a value was put in, by its text elsewhere (from six characters on). */
export function planMask(plan: Plan): PlanMask {
  const secrets = new Map(plan.parameters.flatMap(({ parameter, secret, value }) => (secret && value !== null && value !== '' ? [[parameter.name, value] as const] : [])));
  const long = [...secrets.values()].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
  const text = (shown: string): string => long.reduce((masked, value) => masked.replaceAll(value, MASK), shown);
  return {
    text,
    value: (name, value) => (secrets.has(name) ? MASK : value),
    code: ({ code, replaced }) => {
      let shown = code.text;
      for (const { start, end, name, because } of [...replaced].reverse()) if (because === 'parameter' && secrets.has(name)) shown = shown.slice(0, start) + MASK + shown.slice(end);
      return text(shown);
    },
  };
}
