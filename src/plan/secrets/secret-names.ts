import { isPublicKeyName, isSecretName, type Runbook } from '../../model/index.ts';
import { isSecretPlace } from './secret-place.ts';

const known = new WeakMap<Runbook, ReadonlySet<string>>();

/** Names of parameters and variables whose values are never shown: because of a pin, of their name, or of the place where they are used: not `--key <pubkey>`. */
export function secretNames(runbook: Runbook): ReadonlySet<string> {
  const names = known.get(runbook) ?? findNames(runbook);
  known.set(runbook, names);
  return names;
}

function findNames(runbook: Runbook): ReadonlySet<string> {
  const pinned = runbook.steps.flatMap(({ pins }) => pins.secret?.value ?? []);
  const named = [...runbook.parameters, ...runbook.variables].filter(({ secret, name }) => secret || isSecretName(name)).map(({ name }) => name);
  return new Set([...pinned, ...named, ...capturedNames(runbook).filter(isSecretName), ...runbook.steps.flatMap(placed)]);
}

/** Names that steps set from their output. */
export function capturedNames({ steps }: Runbook): readonly string[] {
  return steps.flatMap(({ pins }) => pins.capture?.value.map(({ parameter }) => parameter) ?? []);
}

function placed(step: Runbook['steps'][number]): readonly string[] {
  const parts = step.kind === 'command' ? [step] : step.offers;
  return parts.flatMap(({ code, shell, slots }) => {
    const parameters = slots.flatMap((slot) => (slot.kind === 'parameter' ? [{ ...slot, name: slot.parameter }] : []));
    return [...parameters, ...shell.reads].filter((range) => !isPublicKeyName(range.name) && isSecretPlace(code.text, shell, range)).map(({ name }) => name);
  });
}
