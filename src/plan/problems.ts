import { closest, listFirst, type Parameter, type Span } from '../model/index.ts';
import type { PlanProblem } from './types.ts';

/** A problem for an unknown name, with the one that was probably meant. */
export function unknownName(kind: PlanProblem['kind'], what: string, why: string, name: string, known: readonly string[], plural: string): PlanProblem {
  const [near] = closest(name, known);
  const list = known.length === 0 ? `leave it out: this runbook has no ${plural}` : `${plural}: ${listed(known)}`;
  const advice = near === undefined ? list : `did you mean ${near}? ${list}`;
  return { kind, what, why, advice };
}

/** Why a value is refused, and what to give in its place if that is known. */
export interface Refused {
  readonly why: string;
  readonly advice?: string;
}

/** A problem for a value that may not be put into a command. */
export function refusedValue(parameter: Parameter, { why, advice }: Refused, span: Span): PlanProblem {
  if (advice !== undefined) return { kind: 'value', what: `the value of ${parameter.name}`, why, advice, span };
  const example = parameter.example === null ? '' : `, e.g. ${parameter.example}`;
  const rule = parameter.pattern === null ? 'give one plain word (letters, digits and _ . : / @ % + = , -)' : `give a value that matches /${parameter.pattern}/`;
  return { kind: 'value', what: `the value of ${parameter.name}`, why, advice: `${rule}${example}`, span };
}

/** The first names of a list, and the number of further ones. */
export function listed(names: readonly string[]): string {
  return listFirst(names, 12);
}
