import { type Expectation, overlap, type Parameter, type Slot, type Span } from '../../model/index.ts';
import { BRACED_PLACEHOLDER, occurrences } from '../../shell-syntax/index.ts';
import { mapParts } from '../expectations/index.ts';
import { findLiterals, type FoundParameters, type Literals, parameterName } from '../parameters/index.ts';

/** What the parts of expectations are filled from. */
export interface PartSources {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly examples: FoundParameters['examples'];
  readonly literals: Literals;
}

const PLACEHOLDER = /<(?<label>[\p{L}\p{N}_][\p{L}\p{N}_ .|-]{0,60})>/gu;
const VARIABLE = /\$(?:\{(?<braced>[A-Za-z_]\w*)\}|(?<bare>[A-Za-z_]\w*))/g;

/** Gives the parts of an expectation their slots; one with a placeholder that nothing fills is left to the operator. */
export function withSlots(expectation: Expectation, sources: PartSources): Expectation {
  if (expectation.parts.length === 0) return expectation;
  const unknown = expectation.parts.flatMap(({ text }) => [...text.matchAll(PLACEHOLDER)]).find((match) => !sources.parameters.has(parameterName(match.groups?.['label'] ?? '')));
  if (unknown !== undefined) return { ...expectation, kind: 'judgement', parts: [], anyPart: false, reason: `${unknown[0]} has no value` };
  return mapParts(expectation, (part) => ({ ...part, slots: textSlots(part.text, sources, expectation.span) }));
}

/** What stands in words of prose for a value or a target. */
export function textSlots(text: string, { parameters, examples, literals }: PartSources, span: Span): readonly Slot[] {
  const slots: Slot[] = [];
  const add = (slot: Slot): void => {
    if (!slots.some((each) => overlap(each, slot))) slots.push(slot);
  };
  for (const match of text.matchAll(PLACEHOLDER)) add({ start: match.index, end: match.index + match[0].length, literal: match[0], span, kind: 'parameter', parameter: parameterName(match.groups?.['label'] ?? '') });
  for (const match of text.matchAll(BRACED_PLACEHOLDER)) {
    const name = parameterName(match[1] ?? '');
    if (parameters.get(name)?.written === match[0]) add({ start: match.index, end: match.index + match[0].length, literal: match[0], span, kind: 'parameter', parameter: name });
  }
  for (const match of text.matchAll(VARIABLE)) {
    const name = match.groups?.['braced'] ?? match.groups?.['bare'] ?? '';
    if (parameters.get(name)?.kind === 'environment') add({ start: match.index, end: match.index + match[0].length, literal: match[0], span, kind: 'parameter', parameter: name });
  }
  for (const { value, name } of examples) {
    for (const range of occurrences(text, value)) add({ start: range.start, end: range.end, literal: value, span, kind: 'parameter', parameter: name });
  }
  for (const literal of findLiterals(text, literals, null)) add({ ...literal, span, kind: 'target' });
  return slots.sort((a, b) => a.start - b.start);
}
