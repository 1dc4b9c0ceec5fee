import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolders } from './make-folders.ts';

/** The folder of runs, kept rows and locks: `$XDG_STATE_HOME/runbook`, by default `~/.local/state/runbook`. */
export function stateFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const base = environment['XDG_STATE_HOME'];
  const home = environment['HOME'] ?? homedir();
  return join(base !== undefined && isAbsolute(base) ? base : join(home, '.local', 'state'), 'runbook');
}

/** Makes a folder that only its owner can enter, and its parents. */
export async function makePrivateFolder(path: string): Promise<string> {
  makeFolders(path, 0o700);
  return path;
}
