import type { Location, ReportingDescriptor, Result } from 'sarif';
import { allFindings, findRule, type LintReport, RULES, shellcheckPage } from '../../lint/index.ts';
import type { Severity, Span } from '../../model/index.ts';
import { sha256 } from '../../state/index.ts';
import { sarifArtifact, sarifLog } from '../formats/sarif.ts';
import { rulePageUri } from './rule-markdown.ts';
import { type Finding, type FindingKey, findingKeys } from './finding-keys.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** Findings as a SARIF 2.1.0 log, with the help of every rule and fingerprints that survive lines moving. */
export function lintSarif(report: LintReport, version: string): string {
  const findings = allFindings(report);
  const ids = [...RULES.map(({ id }) => id), ...new Set(findings.map(({ diagnostic }) => diagnostic.rule).filter((id) => findRule(id) === undefined))];
  const keyOf = findingKeys();
  return sarifLog(version, ids.map(ruleObject), {
    columnKind: 'utf16CodeUnits',
    artifacts: report.files.map(({ path }) => ({ location: sarifArtifact(path) })),
    results: findings.map((finding) => resultObject(finding, ids.indexOf(finding.diagnostic.rule), keyOf(finding))),
  });
}

function ruleObject(id: string): ReportingDescriptor {
  const rule = findRule(id);
  if (rule === undefined) {
    const page = id.startsWith('shellcheck/') ? { helpUri: shellcheckPage(id) } : {};
    return { id, name: id, shortDescription: { text: id }, ...page, properties: { tags: ['runbook'] } };
  }
  const example = `${rule.docs.why}\n\nWrong:\n\n${indented(rule.docs.bad.text)}\n\nRight:\n\n${indented(rule.docs.good.text)}`;
  return {
    id,
    name: id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.docs.why },
    helpUri: rulePageUri(id),
    help: { text: rule.docs.why, markdown: example },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: ['runbook'] },
  };
}

const indented = (text: string) => text.trimEnd().replace(/^(?=.)/gm, '    ');

function resultObject({ file, diagnostic: { rule, severity, message, span, related } }: Finding, ruleIndex: number, { key, count }: FindingKey): Result {
  const relatedLocations = related === undefined ? {} : { relatedLocations: [{ id: 1, ...location(related.path ?? file.path, related.span), message: { text: related.message } }] };
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(file.path, span)],
    partialFingerprints: { 'runbookFinding/v1': `${sha256(key).slice(0, 32)}:${count}` },
    ...relatedLocations,
  };
}

function location(path: string, { start, end }: Span): Location {
  return { physicalLocation: { artifactLocation: sarifArtifact(path), region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: Math.max(end.column, end.line === start.line ? start.column : 1) } } };
}
