import type { RuleSetting } from './lint.ts';
import type { LintOptions } from './options.ts';
import { DEFAULT_OPTIONS } from './options.ts';

/** `.runbook.yaml`, read. */
export interface LintConfig {
  readonly severities: Readonly<Record<string, RuleSetting>>;
  readonly options: LintOptions;
  /** Globs, from the folder of the file. */
  readonly ignore: readonly string[];
}

export const EMPTY_CONFIG: LintConfig = { severities: {}, options: DEFAULT_OPTIONS, ignore: [] };

export const CONFIG_NAME = '.runbook.yaml';
