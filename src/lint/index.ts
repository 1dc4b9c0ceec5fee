// Checks runbooks before the incident: rules over their text and over the world, settings, a baseline, fixes.
export { formatBaseline, goneFromBaseline, notAsked, parseBaseline, prunedBaseline, withoutBaseline } from './baseline.ts';
export type { BaselineEntry } from './baseline.ts';
export { onlyChanged } from './changed-lines.ts';
export { parseDay, resolveLink } from './facts/index.ts';
export { fixFiles, fixText } from './fixing/index.ts';
export { ignoredBy } from './ignore-globs.ts';
export { DEFAULT_SETTINGS, findRule, isAsked, readDocument } from './lint.ts';
export type { FreshReading, LintSettings } from './lint.ts';
export { diskFiles, NO_CACHE, openCache, remembered, textReader } from './reading/index.ts';
export type { CacheEntry, LintCache, ReadAll, TextInput } from './reading/index.ts';
export { allFindings, countFindings } from './report.ts';
export type { Counts, LintedFile, LintReport } from './report.ts';
export { nearestRule, settingKey, shellcheckCode } from './rule-setting.ts';
export type { Example, Rule, World } from './rule.ts';
export { RULES } from './rules/index.ts';
export { lintFiles } from './lint-files.ts';
export type { LintOutcome, Shellcheck } from './lint-files.ts';
export { shellcheckPage } from './shellcheck/index.ts';
