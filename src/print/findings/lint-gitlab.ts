import { allFindings, type LintReport } from '../../lint/index.ts';
import { type Severity, visibleProse } from '../../model/index.ts';
import { sha256 } from '../../state/index.ts';
import { jsonText } from '../formats/json-text.ts';
import { findingKeys } from './finding-keys.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** Findings as a Code Quality report of GitLab, with fingerprints that survive lines moving. */
export function lintGitlab(report: LintReport): string {
  const keyOf = findingKeys();
  const issues = allFindings(report).map((finding) => {
    const { file, diagnostic: { rule, severity, message, span } } = finding;
    const { key, count } = keyOf(finding);
    return {
      description: visibleProse(message),
      check_name: rule,
      fingerprint: sha256(`${key} ${count}`),
      severity: SEVERITIES[severity],
      location: { path: file.path.replace(/^\.\//, ''), lines: { begin: span.start.line, end: span.end.line } },
    };
  });
  return `${jsonText(issues, 2)}\n`;
}
