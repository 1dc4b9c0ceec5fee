import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { RunbookError } from '../model/index.ts';
import { readRegularFile } from '../state/index.ts';
import { DEFAULT_SETTINGS, type RuleNamed, type Settings } from './types.ts';

const NAME = '.runbook.yaml';
const MOST_BYTES = 1_000_000;

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
  const read = readRegularFile(file, { most: MOST_BYTES, followLinks: true });
  if (!read.ok) throw new RunbookError({ what: `cannot read ${relative(folder, file)}`, why: read.reason, advice: 'settings are a file of text' });
  return { settings: readSettings(read.bytes.toString('utf8'), relative(folder, file), ruleNamed), folder: dirname(file) };
}

function findFile(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, NAME);
    if (existsSync(file)) return file;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}
