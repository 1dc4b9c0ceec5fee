import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isThere } from '../process/index.ts';

/** A folder of our own in memory, where the system has such a place; else `null`. What a process left there that was ended by force goes first. */
export function memoryFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  for (const place of [env['XDG_RUNTIME_DIR'], '/dev/shm']) {
    if (place === undefined || !place.startsWith('/')) continue;
    try {
      accessSync(place, constants.W_OK | constants.X_OK);
      sweep(place);
      return mkdtempSync(join(place, `runbook-${process.pid}-`));
    } catch {
      // Not there, or not for us.
    }
  }
  return null;
}

function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = Number(/^runbook-(\d+)-\w{6}$/.exec(name)?.[1]);
    if (pid > 0 && !isThere(pid)) remove(join(place, name));
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Another user's.
  }
}
