import { allFindings, type LintReport } from '../../lint/index.ts';
import { counted } from '../../model/index.ts';

interface RuleCount {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
  readonly files: number;
}

/** How many findings each rule has, and in how many files, the most frequent first. */
export function lintStatistics(report: LintReport): string {
  const counts = countRules(report);
  const width = Math.max(0, ...counts.map(({ rule }) => rule.length));
  return counts.map(({ rule, severity, count, files }) => `${String(count).padStart(6)}  ${rule.padEnd(width)}  ${severity.padEnd(7)}  ${counted(files, 'file')}\n`).join('');
}

/** The same as JSON. */
export function lintStatisticsJson(report: LintReport): string {
  return `${JSON.stringify(countRules(report), null, 2)}\n`;
}

function countRules(report: LintReport): readonly RuleCount[] {
  const rules = new Map<string, { readonly severity: string; readonly count: number; readonly files: ReadonlySet<string> }>();
  for (const { file, diagnostic: { rule, severity } } of allFindings(report)) {
    const known = rules.get(rule);
    rules.set(rule, { severity, count: (known?.count ?? 0) + 1, files: new Set([...(known?.files ?? []), file.path]) });
  }
  return [...rules].map(([rule, { severity, count, files }]) => ({ rule, severity, count, files: files.size })).toSorted((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
}
