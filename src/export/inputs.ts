import { explained, refuseSameNames } from './plain-names.ts';
import { BY_TARGET, NONE_OF_THEM } from './run-script.ts';
import type { OfferedChoice, OfferedValue } from './surface.ts';
import type { Exported } from './types.ts';

/** Stands for every target. */
export const ALL_TARGETS = 'all targets';
/** Stands for "not given", for a forge that starts runs by itself and so needs an answer to everything. */
export const NOT_GIVEN = 'not given';

/** A question to whoever starts a run, and the variable that carries the answer. */
export interface Input {
  /** Letters, digits, `-` and `_`. */
  readonly id: string;
  readonly variable: string;
  readonly description: string;
  readonly required: boolean;
  readonly fallback: string | null;
  /** `null`: any text. */
  readonly options: readonly string[] | null;
}

/**
 * The inputs of a run, the target first.
 * @throws RunbookError where two of them cannot be told apart.
 */
export function inputsOf({ targets, surface }: Exported): readonly Input[] {
  const options = targets.length > 1 ? [...targets, ALL_TARGETS] : targets;
  const target: readonly Input[] = targets.length === 0 ? [] : [{ id: 'target', variable: 'RUNBOOK_TARGET', description: 'What to act on', required: true, fallback: null, options }];
  const inputs = [...target, ...surface.choices.map(choiceInput), ...surface.values.map(valueInput)];
  refuseSameNames('inputs', inputs.map(({ id }) => id));
  refuseSameNames('values', [...surface.values, ...surface.secrets].map(({ variable }) => variable));
  for (const { options: offered, id } of inputs) refuseSameNames(`answers to ${id}`, offered ?? []);
  return inputs;
}

function choiceInput({ name, labels, byTarget }: OfferedChoice, index: number): Input {
  const options = [...(byTarget ? [BY_TARGET] : []), ...labels, NONE_OF_THEM];
  return { id: `choice-${index + 1}`, variable: `RUNBOOK_CHOICE_${index + 1}`, description: explained(name), required: true, fallback: null, options };
}

function valueInput({ parameter, variable, required }: OfferedValue): Input {
  const { name, description, from, example, default: fallback } = parameter;
  const words = [description ?? from, ...(example === null || (description ?? from).includes(example) ? [] : [`e.g. ${example}`])].filter((text) => text !== '').join('; ');
  return { id: inputId(name), variable, description: explained(words === '' ? name : words), required, fallback: fallback === null || explained(fallback) !== fallback ? null : fallback, options: null };
}

/** A name that any forge takes for an input. */
function inputId(name: string): string {
  const plain = name.replace(/[^\w-]/g, '_');
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
}
