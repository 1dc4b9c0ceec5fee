import type { Effect, Severity } from '../model/index.ts';
import { DEFAULT_LINT_OPTIONS, type LintOptions } from './lint-options.ts';

/** The severity of a rule, or off. */
export type RuleSetting = Severity | 'off';

/** A team's settings for a folder, from `.runbook.yaml`. */
export interface Settings {
  /** By rule id; `shellcheck` means all of its rules. */
  readonly severities: Readonly<Record<string, RuleSetting>>;
  readonly options: LintOptions;
  /** Globs of files to leave out, relative to the settings file. */
  readonly ignore: readonly string[];
  /** Settings for some files only, globs relative to the settings file; later ones win. */
  readonly overrides: readonly Override[];
  /** The commit message for a history row; `null` for the default one. */
  readonly commitMessage: string | null;
  /** Globs of names that are production; `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** What needs a second person's approval. */
  readonly approve: readonly ApprovalRule[];
  /** Whether a run requires an entry in the plan lock. */
  readonly locked: boolean;
}

/** A team's settings for the files that globs name. */
interface Override {
  readonly files: readonly string[];
  readonly severities: Readonly<Record<string, RuleSetting>>;
  readonly options: Partial<LintOptions>;
}

/** What one file states; what it does not mention is left to the others. */
export interface StatedSettings extends Omit<Partial<Settings>, 'options'> {
  /** Settings files that it builds on, relative to its own folder. */
  readonly extends: readonly string[];
  readonly options: Partial<LintOptions>;
}

/** Effects that need a second person in these places: `production`, globs of targets and of places (`ssh:db*`). Without places: everywhere. */
export interface ApprovalRule {
  readonly effects: readonly Effect[];
  readonly places: readonly string[];
}

/** The defaults. */
export const DEFAULT_SETTINGS: Settings = { severities: {}, options: DEFAULT_LINT_OPTIONS, ignore: [], overrides: [], commitMessage: null, production: null, approve: [], locked: false };

/** Resolves a rule name in the settings to a rule id, or says why there is none. */
export type RuleNamed = (name: string) => string | { readonly why: string };
