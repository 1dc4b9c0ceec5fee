import { userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type Environment, RunbookError } from '../model/index.ts';

/** The folder of runs, kept rows and locks: `$XDG_STATE_HOME/runbook`, by default `~/.local/state/runbook`. */
export function stateFolder(environment: Environment): string {
  return join(userFolder(environment, 'XDG_STATE_HOME', '.local/state'), 'runbook');
}

/** A folder of the user: the one that a variable names, else one below home. @throws RunbookError where nobody knows home. A relative or empty name does not count: it would mean another folder in each working folder. */
export function userFolder(environment: Environment, variable: string, below: string): string {
  const named = environment[variable] ?? '';
  if (isAbsolute(named)) return named;
  const home = environment['HOME'] ?? '';
  return join(isAbsolute(home) ? home : accountHome(), below);
}

/** Home as the system's accounts have it. @throws RunbookError for a user without an account, as in some containers. */
function accountHome(): string {
  try {
    return userInfo().homedir;
  } catch (cause) {
    throw new RunbookError({ what: 'nobody knows where your home folder is', why: 'HOME is not set to a full path, and this user has no account here', advice: 'set HOME, or XDG_STATE_HOME for what is kept of runs', cause });
  }
}
