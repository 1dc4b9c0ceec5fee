import type { Surroundings } from '../../context/index.ts';
import type { Environment } from '../../model/index.ts';
import { declarations } from './declarations.ts';
import { fromBinary, type ShellState } from './shell-state.ts';

/** The folder and environment that the programs of the next piece will see. */
export function shellSurroundings(state: ShellState, base: Environment): Surroundings {
  const environment: Record<string, string | undefined> = { ...base };
  for (const name of state.unset) environment[name] = undefined;
  for (const { name, flags, value } of Object.values(state.variables).flatMap((text) => declarations(text))) {
    if (value !== null && (flags.includes('x') || base[name] !== undefined)) environment[name] = fromBinary(value);
  }
  return { directory: fromBinary(state.directory), environment };
}
