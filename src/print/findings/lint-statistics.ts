import type { LintReport } from '../../lint/index.ts';
import { allFindings } from '../../lint/index.ts';

/** How often each rule spoke, the most frequent first, and in how many files. */
export function lintStatistics(report: LintReport): string {
  const rules = new Map<string, { readonly severity: string; readonly count: number; readonly files: ReadonlySet<string> }>();
  for (const { file, diagnostic: { rule, severity } } of allFindings(report)) {
    const known = rules.get(rule);
    rules.set(rule, { severity, count: (known?.count ?? 0) + 1, files: new Set([...(known?.files ?? []), file.path]) });
  }
  const width = Math.max(0, ...[...rules.keys()].map((rule) => rule.length));
  const lines = [...rules].toSorted(([a, { count: most }], [b, { count }]) => count - most || a.localeCompare(b)).map(([rule, { severity, count, files }]) => `${String(count).padStart(6)}  ${rule.padEnd(width)}  ${severity.padEnd(7)}  ${files.size} ${files.size === 1 ? 'file' : 'files'}`);
  return lines.map((line) => `${line}\n`).join('');
}
