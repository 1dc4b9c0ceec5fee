import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../model/index.ts';

/** Identifies the installed shellcheck without starting it, by path, size and age; `null` if there is none. */
export function shellcheckIdentity(env: Environment): string | null {
  const names = process.platform === 'win32' ? ['shellcheck.exe', 'shellcheck.cmd'] : ['shellcheck'];
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter((part) => part !== '')) {
    for (const name of names) {
      const path = join(folder, name);
      const identity = identityOf(path);
      if (identity !== null) return identity;
    }
  }
  return null;
}

function identityOf(path: string): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? `${path} ${stats.size} ${stats.mtimeMs}` : null;
  } catch {
    // We may not look into the folder.
    return null;
  }
}
