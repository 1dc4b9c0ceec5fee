import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A team's settings file, in the folder of a runbook or above it, up to the top of the repository. */
export const configName = '.runbook.yaml';

/** The settings file that holds for a folder, or `null`. */
export function findConfig(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, configName);
    if (existsSync(file)) return file;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

/** A text setting by its keys, e.g. `['history', 'commitMessage']`; `null` where it is not set or the file cannot be read, which `lint` reports. */
export async function configText(folder: string, keys: readonly string[]): Promise<string | null> {
  const file = findConfig(folder);
  const text = file === null ? null : await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  // The YAML reader is loaded only where there is something to read.
  const { parse } = await import('yaml');
  try {
    let value: unknown = parse(text);
    for (const key of keys) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  } catch {
    return null;
  }
}
