import { overlap, type Runbook } from '../../model/index.ts';
import { literalValue } from '../../shell-syntax/index.ts';

/** The values that the runbook's own code assigns to secret variables, with their names. */
export function writtenSecrets(runbook: Runbook, isSecret: (name: string) => boolean): readonly (readonly [name: string, value: string])[] {
  return runbook.steps.flatMap((step) => {
    if (step.kind !== 'command') return [];
    const { code, shell, slots } = step;
    return shell.assignments.flatMap(({ name, start, end }) => {
      // A placeholder is not a value.
      const value = isSecret(name) && !slots.some((slot) => overlap(slot, { start, end })) ? literalValue(code.text.slice(start, end)) : null;
      return value === null || value === '' ? [] : [[name, value] as const];
    });
  });
}
