import { allFindings, type LintReport } from '../../lint/index.ts';
import { type Diagnostic, inertLines, type Severity, visible, visibleProse } from '../../model/index.ts';
import { summaryText } from './lint-text.ts';
import { workflowData, workflowProperty } from '../events/workflow-text.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
/** GitHub shows this many annotations of a level in a step and drops the rest silently. */
const SHOWN_PER_LEVEL = 10;
/** The limit of a step summary is 1 MiB. */
const LONGEST_SUMMARY = 900_000;

interface PathFinding {
  readonly path: string;
  readonly diagnostic: Diagnostic;
}

/** Findings as workflow commands, errors first; those past GitHub's limit as plain lines of the log. */
export function lintGithub(report: LintReport): string {
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const findings = bySeverity(report, severity);
    const annotations = findings.slice(0, SHOWN_PER_LEVEL).map(annotation);
    return [...annotations, ...findings.slice(SHOWN_PER_LEVEL).map(({ path, diagnostic }) => oneLine(path, diagnostic))];
  });
  return `${[...lines, summaryText(report)].join('\n')}\n`;
}

function bySeverity(report: LintReport, severity: Severity): readonly PathFinding[] {
  return allFindings(report).filter(({ diagnostic }) => diagnostic.severity === severity).map(({ file, diagnostic }) => ({ path: file.path, diagnostic }));
}

function annotation({ path, diagnostic: { rule, severity, message, span } }: PathFinding): string {
  const { start, end } = span;
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${Math.max(end.column, start.column + 1)}` : '';
  return `::${COMMANDS[severity]} file=${workflowProperty(path.replace(/^\.\//, ''))},line=${start.line},endLine=${end.line}${columns},title=${workflowProperty(rule)}::${workflowData(visibleProse(message))}`;
}

function oneLine(path: string, { rule, severity, message, span }: Diagnostic): string {
  return inertLines(workflowData(`${visible(path)}:${span.start.line}:${span.start.column}: ${severity}: ${visibleProse(message)} [${rule}]`), false);
}

/** The full list as Markdown, for the step summary. */
export function githubSummary(report: LintReport): string {
  const rows = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    bySeverity(report, severity).map(({ path, diagnostic }) => `| ${severity} | ${cell(`${path}:${diagnostic.span.start.line}:${diagnostic.span.start.column}`)} | ${cell(diagnostic.message)} | ${cell(diagnostic.rule)} |`),
  );
  const head = `### runbook lint\n\n${summaryText(report)}\n`;
  return rows.length === 0 ? head : `${head}\n| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n${fitting(rows)}`;
}

function fitting(rows: readonly string[]): string {
  let text = '';
  for (const [index, row] of rows.entries()) {
    if (text.length + row.length > LONGEST_SUMMARY) return `${text}\n${rows.length - index} more findings are in the log.\n`;
    text += `${row}\n`;
  }
  return text;
}

const cell = (text: string) => visibleProse(text).replace(/[\\`*_{}[\]<>|#!~]/g, '\\$&').replace(/\s+/g, ' ');
