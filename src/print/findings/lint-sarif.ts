import { createHash } from 'node:crypto';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { LintedFile, LintReport } from '../../lint/index.ts';
import { allFindings, findRule, RULES, shellcheckPage } from '../../lint/index.ts';
import type { Diagnostic, Severity, Span } from '../../model/index.ts';
import { rulePageUri } from './rule-markdown.ts';
import { jsonText } from '../json-text.ts';
import { sarifArtifact } from '../sarif-artifact.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** Findings as a SARIF 2.1.0 log, with the help of every rule and fingerprints that survive lines moving. */
export function lintSarif(report: LintReport, version: string): string {
  const findings = allFindings(report);
  const ids = [...RULES.map(({ id }) => id), ...new Set(findings.map(({ diagnostic }) => diagnostic.rule).filter((id) => findRule(id) === undefined))];
  const seen = new Map<string, number>();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'runbook', semanticVersion: version, version, rules: ids.map(ruleObject) } },
        columnKind: 'utf16CodeUnits',
        artifacts: report.files.map(({ path }) => ({ location: sarifArtifact(path) })),
        results: findings.map(({ file, diagnostic }) => resultObject(file, diagnostic, ids.indexOf(diagnostic.rule), seen)),
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
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

function resultObject(file: LintedFile, diagnostic: Diagnostic, ruleIndex: number, seen: Map<string, number>): Result {
  const { rule, severity, message, span, related } = diagnostic;
  const relatedLocations = related === undefined ? {} : { relatedLocations: [{ id: 1, ...location(related.path ?? file.path, related.span), message: { text: related.message } }] };
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(file.path, span)],
    partialFingerprints: { 'runbookFinding/v1': fingerprint(file, diagnostic, seen) },
    ...relatedLocations,
  };
}

/** A fingerprint of rule, path and the text of the line, with a counter for repetitions. */
function fingerprint(file: LintedFile, { rule, span }: Diagnostic, seen: Map<string, number>): string {
  const key = JSON.stringify([rule, file.path, file.line(span.start).trim()]);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${count}`;
}

function location(path: string, { start, end }: Span): Location {
  return { physicalLocation: { artifactLocation: sarifArtifact(path), region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: Math.max(end.column, end.line === start.line ? start.column : 1) } } };
}
