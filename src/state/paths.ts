import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder where runs, kept rows and locks are: `$XDG_STATE_HOME/runbook`, by default `~/.local/state/runbook`. */
export function stateFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const base = environment['XDG_STATE_HOME'];
  const home = environment['HOME'] ?? homedir();
  return join(base !== undefined && isAbsolute(base) ? base : join(home, '.local', 'state'), 'runbook');
}

/** Makes a folder that only its owner can enter, and those above it. */
export async function makePrivateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}
