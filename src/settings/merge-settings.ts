import { DEFAULT_SETTINGS, type Settings, type StatedSettings } from './types.ts';

/** What an empty file states. */
export const NOTHING_STATED: StatedSettings = { extends: [], options: {} };

/** What files come to together, those of outer folders first: rules and options by name, globs and overrides one after the other. */
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
      // What one file asks a second person for, no other takes back.
      approve: [...merged.approve, ...approve],
    };
  }, DEFAULT_SETTINGS);
}

/** What a file in a folder below states, its globs as the outermost folder sees them. */
export function seenFromAbove(stated: StatedSettings, below: string): StatedSettings {
  if (below === '') return stated;
  const from = (glob: string): string => {
    const plain = glob.replace(/^\.?\//, '');
    return plain.replace(/\/+$/, '').includes('/') || glob.startsWith('/') ? `${below}/${plain}` : `${below}/**/${plain}`;
  };
  return { ...stated, ignore: (stated.ignore ?? []).map(from), overrides: (stated.overrides ?? []).map((override) => ({ ...override, files: override.files.map(from) })) };
}
