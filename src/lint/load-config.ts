import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { LintConfig } from './config-types.ts';
import { CONFIG_NAME, EMPTY_CONFIG } from './config-types.ts';

export interface LoadedConfig {
  readonly config: LintConfig;
  /** The folder that its globs start from. */
  readonly folder: string;
}

/** The configuration of a folder: the nearest `.runbook.yaml` up to the repository's root. */
export async function loadConfig(cwd: string): Promise<LoadedConfig> {
  const file = findConfig(cwd);
  if (file === null) return { config: EMPTY_CONFIG, folder: cwd };
  // The YAML reader is loaded only where there is something to read.
  const { parseConfig } = await import('./config.ts');
  return { config: parseConfig(readFileSync(file, 'utf8'), relative(cwd, file)), folder: dirname(file) };
}

function findConfig(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_NAME);
    if (existsSync(file)) return file;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return null;
  }
}
