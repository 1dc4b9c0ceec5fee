import type { Effect, Severity } from '../model/index.ts';
import { DEFAULT_LINT_OPTIONS, type LintOptions } from './lint-options.ts';

/** What a rule is set to. */
export type RuleSetting = Severity | 'off';

/** What a team settles for a folder in `.runbook.yaml`. */
export interface Settings {
  /** By rule id; `shellcheck` stands for all of its rules. */
  readonly severities: Readonly<Record<string, RuleSetting>>;
  readonly options: LintOptions;
  /** Globs of files that are left out, from the folder of the file. */
  readonly ignore: readonly string[];
  /** What holds for some files only, from the folder of the file; later ones win. */
  readonly overrides: readonly Override[];
  /** The message of the commit of a history row, or `null` for the usual one. */
  readonly commitMessage: string | null;
  /** Globs of names that are production, or `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** What a second person has to approve. */
  readonly approve: readonly ApprovalRule[];
  /** Whether a run demands an entry in the plan lock. */
  readonly locked: boolean;
}

/** What a team settles for the files that globs name. */
export interface Override {
  readonly files: readonly string[];
  readonly severities: Readonly<Record<string, RuleSetting>>;
  readonly options: Partial<LintOptions>;
}

/** What one file states, without what it leaves to others. */
export interface StatedSettings extends Omit<Partial<Settings>, 'options'> {
  /** Files that it builds on, from its own folder. */
  readonly extends: readonly string[];
  readonly options: Partial<LintOptions>;
}

/** Effects that need a second person in these places: `production`, globs of targets and of places (`ssh:db*`); everywhere where there are none. */
export interface ApprovalRule {
  readonly effects: readonly Effect[];
  readonly places: readonly string[];
}

/** Where nothing is settled. */
export const DEFAULT_SETTINGS: Settings = { severities: {}, options: DEFAULT_LINT_OPTIONS, ignore: [], overrides: [], commitMessage: null, production: null, approve: [], locked: false };

/** The rule id that a name in the settings stands for, or why it stands for none. */
export type RuleNamed = (name: string) => string | { readonly why: string };
