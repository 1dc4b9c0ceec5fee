import { countFindings, type LintedFile, type LintReport } from '../../lint/index.ts';
import { type Diagnostic, visibleLine } from '../../model/index.ts';
import { xmlText } from '../formats/xml-text.ts';

/** Findings as JUnit XML: a suite for each file, a failed case for each error and warning, a passing case for a clean file. */
export function lintJunit(report: LintReport): string {
  const { error, warning } = countFindings(report);
  const tests = report.files.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0);
  const suites = report.files.map(suite).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="runbook lint" tests="${tests}" failures="${error + warning}" errors="0">\n${suites}</testsuites>\n`;
}

function suite({ path: given, diagnostics }: LintedFile): string {
  const path = visibleLine(given);
  const failures = diagnostics.filter(({ severity }) => severity !== 'info').length;
  const cases = diagnostics.length === 0 ? `    <testcase name="runbook lint" classname="${xmlText(path)}" file="${xmlText(path)}"/>\n` : diagnostics.map((diagnostic) => testCase(path, diagnostic)).join('');
  return `  <testsuite name="${xmlText(path)}" tests="${Math.max(1, diagnostics.length)}" failures="${failures}" errors="0">\n${cases}  </testsuite>\n`;
}

function testCase(path: string, { rule, severity, message, span }: Diagnostic): string {
  const place = `${path}:${span.start.line}:${span.start.column}`;
  const text = `${place}: ${severity}: ${message} [${rule}]`;
  const inside = severity === 'info' ? `<system-out>${xmlText(text)}</system-out>` : `<failure type="${severity}" message="${xmlText(message)}">${xmlText(text)}</failure>`;
  return `    <testcase name="${xmlText(`${rule} (${span.start.line}:${span.start.column})`)}" classname="${xmlText(path)}" file="${xmlText(path)}" line="${span.start.line}">${inside}</testcase>\n`;
}
