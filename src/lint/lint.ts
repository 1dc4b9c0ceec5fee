import { type Diagnostic, positionAt, type Runbook, saysNotRead } from '../model/index.ts';
import type { LineRange } from '../programs/index.ts';
import { isJudgedAsRunbook } from './judged-as-runbook.ts';
import { DEFAULT_LINT_OPTIONS, type LintOptions, type RuleSetting } from '../settings/index.ts';
import type { Rule, RuleContext, World } from './rule.ts';
import { allAnchors, coverSecrets } from './facts/index.ts';
import { onceAFile, onePerBlock } from './fewer-findings.ts';
import { RULES, RULES_BY_ID, ruleId, unusedSuppression } from './rules/index.ts';
import { lineTooMany, type ScriptLine, virtualScript, type VirtualScript } from './shellcheck/index.ts';
import { applySuppressions, readSuppressions, type Suppression } from './suppressions.ts';

/** The settings of a team and a call for rules. */
export interface LintSettings {
  readonly options: LintOptions;
  /** By rule id; `shellcheck` stands for all of its rules. */
  readonly severities: Readonly<Record<string, RuleSetting>>;
  /** The only rules to run; `null` for the default ones. */
  readonly select: ReadonlySet<string> | null;
  /** Whether hints are told although nobody names their rules, as editors do. */
  readonly hints?: boolean;
}

/** What holds without a `.runbook.yaml` and without options. */
export const DEFAULT_SETTINGS: LintSettings = { options: DEFAULT_LINT_OPTIONS, severities: {}, select: null };

/** Everything that lint reads from the text of a file, as plain data that the cache and threads can handle. */
export interface Reading {
  readonly findings: readonly Diagnostic[];
  /** The facts that world rules read from this text, by rule. */
  readonly facts: readonly { readonly rule: string; readonly fact: unknown }[];
  readonly suppressions: readonly Suppression[];
  /** Where links can lead to, lower case. */
  readonly anchors: readonly string[];
  /** The conventions that rules look for, and whether this runbook follows them. */
  readonly habits: readonly { readonly rule: string; readonly kept: boolean }[];
  /** The lines of its code blocks, both included. */
  readonly blocks: readonly LineRange[];
}

/** A fresh reading, with the parts that are not cached. */
export interface FreshReading {
  readonly reading: Reading;
  /** The script for shellcheck; `null` if the file has no shell. */
  readonly script: VirtualScript | null;
}

/** Runs every rule over the text of a runbook. Pure: `judge` applies severities, other files and the date. */
export function readDocument(runbook: Runbook, options: LintOptions): FreshReading {
  const unread = runbook.diagnostics.filter(saysNotRead);
  // Nothing is known about the contents of an unread file, so nothing can be missing in it.
  if (unread.length > 0) return { reading: { findings: unread, facts: [], suppressions: [], anchors: [], blocks: [], habits: [] }, script: null };
  const whole = isJudgedAsRunbook(runbook);
  const rules = RULES.filter(({ scope }) => whole || scope === 'markdown');
  const context = { options };
  const findings = rules.flatMap((rule) => (rule.needs === 'text' ? rule.check(runbook, context).map((finding) => ({ ...finding, rule: rule.id, severity: rule.severity })) : []));
  const script = virtualScript(runbook);
  const tooMany = script === null ? null : lineTooMany(script);
  const others = [...runbook.diagnostics.filter(({ rule }) => !RULES_BY_ID.has(rule)), ...(tooMany === null ? [] : [notShellchecked(runbook, tooMany)])];
  const reading = {
    findings: [...findings, ...others].map(withoutSecrets),
    facts: rules.flatMap((rule) => (rule.needs === 'world' ? rule.facts(runbook, context).map((fact) => ({ rule: rule.id, fact })) : [])),
    suppressions: readSuppressions(runbook),
    habits: habitsOf(runbook, rules, findings, context),
    anchors: allAnchors(runbook),
    blocks: runbook.structure.fences.map(({ span }) => ({ from: span.start.line, to: span.end.line })),
  };
  return { reading, script: tooMany === null ? script : null };
}

function notShellchecked({ source }: Runbook, { offset }: ScriptLine): Diagnostic {
  const place = positionAt(source, offset);
  return { rule: 'too-costly', severity: 'warning', message: 'shellcheck is not asked of so many lines of shell; split the file', span: { start: place, end: place } };
}

/** The findings of a file, in order: from its reading, other files and the date, and shellcheck (`null`: not run). */
export function judge(reading: Reading, path: string, settings: LintSettings, world: World, shellcheck: readonly Diagnostic[] | null): readonly Diagnostic[] {
  const found = [...reading.findings, ...judgeFacts(reading, path, settings, world), ...(shellcheck ?? [])];
  const isTold = ({ hint, rule }: Diagnostic) => hint !== true || settings.hints === true || isDemanded(rule, settings);
  const asked = found.filter((finding) => finding.habit !== true || isOff(finding.rule, settings) || isDemanded(finding.rule, settings) || !isTold(finding) || world.hasHabit(finding.rule, path));
  const active = onePerBlock(asked.flatMap((diagnostic) => withSetting(diagnostic, settings)), reading.blocks);
  const judged = (rule: string) => isAsked(rule, settings, shellcheck !== null);
  const { kept, unused } = applySuppressions(active, reading.suppressions, { known: [...RULES_BY_ID.keys()], idOf: ruleId, judged });
  const unusedFindings = unused.flatMap((finding) => withSetting({ ...finding, rule: unusedSuppression.id, severity: unusedSuppression.severity }, settings));
  // Only now, so that a comment that silences a hint is not called unused.
  return onceAFile([...kept.filter(isTold), ...unusedFindings].sort(bySpan));
}

/** Whether a rule has run: it is not turned off, and shellcheck is there if it is one of its rules. */
export function isAsked(rule: string, settings: LintSettings, shellchecked: boolean): boolean {
  return !isOff(rule, settings) && (shellchecked || !rule.startsWith('shellcheck'));
}

/** A runbook that a rule does not apply to, and that does not follow the convention, is not counted. */
function habitsOf(runbook: Runbook, rules: readonly Rule[], found: readonly Diagnostic[], context: RuleContext): Reading['habits'] {
  return rules.flatMap((rule) => {
    const kept = rule.keeps?.(runbook, context);
    if (kept === undefined) return [];
    const asks = rule.needs === 'world' || found.some((finding) => finding.rule === rule.id && finding.habit === true);
    return kept || asks ? [{ rule: rule.id, kept }] : [];
  });
}

/** A quotation from the text may contain a secret. */
function withoutSecrets(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, message: coverSecrets(diagnostic.message) };
}

function judgeFacts({ facts }: Reading, path: string, settings: LintSettings, world: World): readonly Diagnostic[] {
  return facts.flatMap(({ rule: id, fact }) => {
    const rule = RULES_BY_ID.get(id);
    if (rule?.needs !== 'world' || isOff(id, settings)) return [];
    const finding = rule.judge(fact, path, world);
    return finding === null ? [] : [{ ...finding, rule: id, severity: rule.severity }];
  });
}

function withSetting(diagnostic: Diagnostic, settings: LintSettings): readonly Diagnostic[] {
  if (isOff(diagnostic.rule, settings)) return [];
  const setting = settingOf(diagnostic.rule, settings);
  return [setting === undefined || setting === 'off' ? diagnostic : { ...diagnostic, severity: setting }];
}

/** If a team or a call names the rule, it applies whatever the neighbouring runbooks do. */
function isDemanded(rule: string, settings: LintSettings): boolean {
  return settings.select?.has(rule) === true || settingOf(rule, settings) !== undefined;
}

/** Whether a rule does not run: it is not selected, turned off, or off by default. */
function isOff(rule: string, settings: LintSettings): boolean {
  const setting = settingOf(rule, settings);
  if (settings.select !== null) return setting === 'off' || !names(rule).some((name) => settings.select?.has(name));
  return setting === 'off' || (setting === undefined && RULES_BY_ID.get(rule)?.offByDefault === true);
}

/** The setting for a rule, or for its family (the part before the slash). */
function settingOf(rule: string, { severities }: LintSettings): RuleSetting | undefined {
  return names(rule).map((name) => severities[name]).find((setting) => setting !== undefined);
}

/** The names by which a rule can be set: its own, and that of its family. */
const names = (rule: string): readonly string[] => (rule.includes('/') ? [rule, rule.replace(/\/.*/, '')] : [rule]);

function bySpan(a: Diagnostic, b: Diagnostic): number {
  return a.span.start.offset - b.span.start.offset || a.rule.localeCompare(b.rule);
}

/** The rule of an id or of an older name; `shellcheck/…` has none here. */
export function findRule(name: string): Rule | undefined {
  return RULES_BY_ID.get(ruleId(name));
}
