// A team's settings for its runbooks in `.runbook.yaml`: found, and checked by one schema that reports errors by line and column.
export { approverLine } from './approver-line.ts';
export { type CommitValue, withValues } from './commit-values.ts';
export { DEFAULT_LINT_OPTIONS } from './lint-options.ts';
export type { LintOptions } from './lint-options.ts';
export { loadSettings, loadSettingsFile, runbookSettings, SETTINGS_NAME, settingsReader } from './load-settings.ts';
export type { FolderSettings } from './load-settings.ts';
export { parseSetting, SETTING_WORDS } from './rule-words.ts';
export { DEFAULT_SETTINGS } from './types.ts';
export type { ApprovalRule, RuleNamed, RuleSetting, Settings } from './types.ts';
export { operatorSettings, withoutWebhooks } from './operator-settings.ts';
export type { NoticeKind, OperatorSettings, Webhook } from './webhook.ts';
