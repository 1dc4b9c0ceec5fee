import type { PlannedParameter } from '../../plan/index.ts';
import { code, words } from '../markdown.ts';

const KINDS: Readonly<Record<PlannedParameter['parameter']['kind'], string>> = { placeholder: 'a placeholder', environment: 'a variable of the environment', example: 'an example value', pinned: 'pinned in front matter' };

/** Where a parameter was found, and what fills it. */
export function originOf({ parameter }: PlannedParameter): string {
  const { kind, written, from, span } = parameter;
  const found = kind === 'example' && from !== '' ? `"${words(from)}"` : code(written);
  return `${KINDS[kind]}, ${found} (line ${span.start.line})${filledBy(parameter)}`;
}

function filledBy({ column, default: byDefault, secret }: PlannedParameter['parameter']): string {
  if (column === '') return '; it is the target';
  if (column !== null) return `; the target's ${words(column)} fills it`;
  return byDefault === null || secret ? '' : `; ${code(byDefault)} by default`;
}

function valueWords({ parameter: { example }, secret, value }: PlannedParameter): string | null {
  if (secret) return 'Its value is a secret and never shown.';
  if (value !== null) return `Its value is ${code(value)}.`;
  return example === null ? null : `For example ${code(example)}; an example is never a default.`;
}

/** A parameter: what it is, where it comes from, how to give it, and who uses it. */
export function parameterCard(planned: PlannedParameter, stepIds: readonly string[]): string {
  const { name, description, pattern, kind } = planned.parameter;
  const value = valueWords(planned);
  const lines = [
    `**${words(name)}**: ${originOf(planned)}`,
    ...(description === null ? [] : [words(description)]),
    ...(value === null ? [] : [value]),
    ...(pattern === null ? [] : [`It must match ${code(`/${pattern}/`)}.`]),
    `Given with ${code(`--set ${name}=…`)}${kind === 'environment' ? ', or by the environment' : ''}, else asked for before the first step that needs it.`,
    ...(stepIds.length === 0 ? [] : [`Used by ${stepIds.map(code).join(', ')}.`]),
  ];
  return lines.join('\n\n');
}
