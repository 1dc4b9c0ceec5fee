import type { PlannedParameter } from '../../plan/index.ts';
import { code, words } from '../markdown.ts';

const KINDS: Readonly<Record<PlannedParameter['parameter']['kind'], string>> = { placeholder: 'a placeholder', environment: 'a variable of the environment', example: 'an example value', pinned: 'pinned in front matter' };

/** Where a parameter was found, and what fills it. */
export function originOf({ parameter: { kind, written, from, span, column, default: byDefault, secret } }: PlannedParameter): string {
  const found = kind === 'example' && from !== '' ? `"${words(from)}"` : code(written);
  const filled = column === '' ? '; it is the target' : column !== null ? `; the target's ${words(column)} fills it` : byDefault !== null && !secret ? `; ${code(byDefault)} by default` : '';
  return `${KINDS[kind]}, ${found} (line ${span.start.line})${filled}`;
}

/** A parameter: what it is, where it comes from, how to give it, and who uses it. */
export function parameterCard(planned: PlannedParameter, stepIds: readonly string[]): string {
  const { parameter, secret, value } = planned;
  const { name, description, example, pattern, kind } = parameter;
  const lines = [
    `**${words(name)}**: ${originOf(planned)}`,
    ...(description === null ? [] : [words(description)]),
    ...(secret ? ['Its value is a secret and never shown.'] : value !== null ? [`Its value is ${code(value)}.`] : example === null ? [] : [`For example ${code(example)}; an example is never a default.`]),
    ...(pattern === null ? [] : [`It must match ${code(`/${pattern}/`)}.`]),
    `Given with ${code(`--set ${name}=…`)}${kind === 'environment' ? ', or by the environment' : ''}, else asked for before the first step that needs it.`,
    ...(stepIds.length === 0 ? [] : [`Used by ${stepIds.map(code).join(', ')}.`]),
  ];
  return lines.join('\n\n');
}
