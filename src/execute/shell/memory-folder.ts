import { accessSync, constants, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../model/index.ts';
import { isAlive, removeIfPossible } from '../../state/index.ts';

/** A private folder in memory, if the system has a place for it; else `null`. First removes what killed processes left there. */
export function memoryFolder(env: Environment): string | null {
  for (const place of [env['XDG_RUNTIME_DIR'], '/dev/shm']) {
    if (place === undefined || !place.startsWith('/')) continue;
    try {
      accessSync(place, constants.W_OK | constants.X_OK);
      sweep(place);
      return mkdtempSync(join(place, `runbook-${process.pid}-`));
    } catch {
      // It does not exist, or we may not use it.
    }
  }
  return null;
}

function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = Number(/^runbook-(\d+)-\w{6}$/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) removeIfPossible(join(place, name));
  }
}
