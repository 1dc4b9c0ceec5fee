import { dirname, resolve } from 'node:path';
import { ignoredBy, type LintSettings, remembered, settingKey } from '../../lint/index.ts';
import { DEFAULT_SETTINGS, type FolderSettings, loadSettingsFile, settingsReader } from '../../settings/index.ts';
import type { LintArguments } from './lint-arguments.ts';

/** Files with the same settings. */
export interface SettingsGroup {
  readonly settings: LintSettings;
  readonly paths: readonly string[];
}

type Given = Pick<LintArguments, 'config' | 'exclude' | 'rules' | 'select'>;

/**
 * Groups the files that are not ignored by their settings, which come from their folder and its parents, overrides, and the call.
 * @throws RunbookError where settings are wrong.
 */
export async function settingsGroups(files: readonly string[], given: Given, cwd: string): Promise<readonly SettingsGroup[]> {
  const settingsFor = await settingsSource(given, cwd);
  const appliedIn = remembered(async (folder: string) => whatAppliesIn(await settingsFor(folder), cwd));
  const excluded = ignoredBy(given.exclude, cwd, cwd);
  const groups = new Map<string, { readonly settings: LintSettings; readonly paths: string[] }>();
  for (const path of files) {
    const { team, ignored, overrides: all } = await appliedIn(dirname(resolve(cwd, path)));
    if (excluded(path) || ignored(path)) continue;
    const overrides = all.filter(({ covers }) => covers(path));
    const options = overrides.reduce((merged, override) => ({ ...merged, ...override.options }), team.options);
    const severities = { ...overrides.reduce((merged, override) => ({ ...merged, ...override.severities }), team.severities), ...given.rules };
    const key = JSON.stringify([options, severities]);
    const group = groups.get(key) ?? { settings: { options, severities, select: given.select }, paths: [] };
    group.paths.push(path);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function settingsSource({ config }: Given, cwd: string): Promise<(folder: string) => Promise<FolderSettings>> {
  if (config === null) return settingsReader(settingKey, cwd);
  const one = config === 'none' ? { settings: DEFAULT_SETTINGS, folder: cwd } : await loadSettingsFile(config.file, cwd, settingKey);
  return () => Promise.resolve(one);
}

/** The settings of a folder, with their globs ready for its files. */
function whatAppliesIn({ settings: team, folder }: FolderSettings, cwd: string) {
  return {
    team,
    ignored: ignoredBy(team.ignore, folder, cwd),
    overrides: team.overrides.map((override) => ({ ...override, covers: ignoredBy(override.files, folder, cwd) })),
  };
}
