import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { RunbookError } from '../model/index.ts';
import { homeFolder, readRegularFile } from '../state/index.ts';
import { DEFAULT_SETTINGS, type RuleNamed, type Settings, type StatedSettings } from './types.ts';

/** The name of a settings file. */
export const SETTINGS_NAME = '.runbook.yaml';
const MOST_BYTES = 1_000_000;

/** Settings, and the folder that their globs are relative to. */
export interface FolderSettings {
  readonly settings: Settings;
  readonly folder: string;
}

/**
 * The settings of a folder: each `.runbook.yaml` from the top of the repository down to it, the nearer ones winning.
 * @throws RunbookError where they are wrong.
 */
export function loadSettings(folder: string, ruleNamed: RuleNamed): Promise<FolderSettings> {
  return settingsReader(ruleNamed)(folder);
}

/** The same for many folders: a file that several of them share is read once. Errors name paths relative to `from`. */
export function settingsReader(ruleNamed: RuleNamed, from: string | null = null): (folder: string) => Promise<FolderSettings> {
  const known = new Map<string, Promise<FolderSettings>>();
  return (folder) => {
    const files = findFiles(folder);
    const [top] = files;
    if (top === undefined) return Promise.resolve({ settings: DEFAULT_SETTINGS, folder });
    const key = files.join('\0');
    const read = known.get(key) ?? readFiles(files, dirname(top), from ?? folder, ruleNamed);
    known.set(key, read);
    return read;
  };
}

/**
 * The settings for a runbook; for a link from outside any repository, those of the file it leads to.
 * @throws RunbookError where they are wrong.
 */
export async function runbookSettings(path: string): Promise<Settings> {
  return (await loadSettings(homeFolder(path), (rule) => rule)).settings;
}

/**
 * The settings of one file, wherever it is; its globs are relative to the working folder.
 * @throws RunbookError where they are wrong.
 */
export async function loadSettingsFile(file: string, cwd: string, ruleNamed: RuleNamed): Promise<FolderSettings> {
  const { settings } = await readFiles([resolve(cwd, file)], dirname(resolve(cwd, file)), cwd, ruleNamed);
  return { settings, folder: cwd };
}

async function readFiles(files: readonly string[], top: string, folder: string, ruleNamed: RuleNamed): Promise<FolderSettings> {
  // YAML and the schema are loaded only where there is something to read.
  const [{ readStated }, { mergeSettings, seenFromAbove }] = await Promise.all([import('./read-settings.ts'), import('./merge-settings.ts')]);
  const stated = (file: string, above: readonly string[]): readonly StatedSettings[] => {
    if (above.includes(file)) throw new RunbookError({ what: `cannot read ${relative(folder, file)}`, why: 'it extends itself', advice: 'take it out of extends' });
    const own = readStated(textOf(file, folder), relative(folder, file), ruleNamed);
    return [...own.extends.flatMap((name) => stated(resolve(dirname(file), name), [...above, file])), own];
  };
  const all = files.flatMap((file) => stated(file, []).map((each) => seenFromAbove(each, relative(top, dirname(file)).split(sep).join('/'))));
  return { settings: mergeSettings(all), folder: top };
}

function textOf(file: string, folder: string): string {
  const read = existsSync(file) ? readRegularFile(file, { most: MOST_BYTES, followLinks: true }) : ({ ok: false, reason: 'no such file' } as const);
  if (!read.ok) throw new RunbookError({ what: `cannot read ${relative(folder, file)}`, why: read.reason, advice: 'settings must be a text file' });
  return read.bytes.toString('utf8');
}

/** Outermost first. */
function findFiles(folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, SETTINGS_NAME);
    if (existsSync(file)) found.unshift(file);
    if (existsSync(join(at, '.git')) || dirname(at) === at) return found;
  }
}
