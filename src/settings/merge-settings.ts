import { DEFAULT_SETTINGS, type Settings, type StatedSettings } from './types.ts';

/** The settings of an empty file. */
export const NOTHING_STATED: StatedSettings = { extends: [], options: {} };

/** Merges the settings of several files, outer folders first: rules and options by name, globs and overrides appended. */
export function mergeSettings(stated: readonly StatedSettings[]): Settings {
  return stated.reduce<Settings>((merged, { extends: _read, ...file }) => {
    const { severities = {}, options, ignore = [], overrides = [], approve = [], ...rest } = file;
    return {
      ...merged,
      ...rest,
      severities: { ...merged.severities, ...severities },
      options: { ...merged.options, ...options },
      ignore: [...merged.ignore, ...ignore],
      overrides: [...merged.overrides, ...overrides],
      // Approvals only add up: no file can drop what another demands.
      approve: [...merged.approve, ...approve],
    };
  }, DEFAULT_SETTINGS);
}

/** The settings of a file in a subfolder, with globs rewritten to be relative to the outermost folder. */
export function seenFromAbove(stated: StatedSettings, below: string): StatedSettings {
  if (below === '') return stated;
  const from = (glob: string): string => {
    const plain = glob.replace(/^\.?\//, '');
    return plain.replace(/\/+$/, '').includes('/') || glob.startsWith('/') ? `${below}/${plain}` : `${below}/**/${plain}`;
  };
  return { ...stated, ignore: (stated.ignore ?? []).map(from), overrides: (stated.overrides ?? []).map((override) => ({ ...override, files: override.files.map(from) })) };
}
