import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DEFAULT_SETTINGS, type RuleNamed, type Settings } from './types.ts';

const NAME = '.runbook.yaml';

/** Settings, and the folder that their globs start from. */
export interface FolderSettings {
  readonly settings: Settings;
  readonly folder: string;
}

/**
 * The settings of a folder: the nearest `.runbook.yaml` up to the top of the repository.
 * @throws RunbookError where they are wrong.
 */
export async function loadSettings(folder: string, ruleNamed: RuleNamed): Promise<FolderSettings> {
  const file = findFile(folder);
  if (file === null) return { settings: DEFAULT_SETTINGS, folder };
  // YAML and the schema are loaded only where there is something to read.
  const { readSettings } = await import('./read-settings.ts');
  return { settings: readSettings(readFileSync(file, 'utf8'), relative(folder, file), ruleNamed), folder: dirname(file) };
}

function findFile(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, NAME);
    if (existsSync(file)) return file;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}
