import { homedir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Environment } from '../model/index.ts';

/** The folder of runs, kept rows and locks: `$XDG_STATE_HOME/runbook`, by default `~/.local/state/runbook`. */
export function stateFolder(environment: Environment): string {
  return join(userFolder(environment, 'XDG_STATE_HOME', '.local/state'), 'runbook');
}

/** A folder of the user: the one that a variable names, else one below home. A relative or empty name does not count: it would mean another folder in each working folder. */
export function userFolder(environment: Environment, variable: string, below: string): string {
  const named = environment[variable] ?? '';
  if (isAbsolute(named)) return named;
  const home = environment['HOME'] ?? '';
  return join(isAbsolute(home) ? home : accountHome(), below);
}

/** Home as the system's accounts have it. */
function accountHome(): string {
  try {
    return userInfo().homedir;
  } catch {
    // The user has no account.
    return resolve(homedir());
  }
}
