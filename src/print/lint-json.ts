import type { LintReport } from '../lint/index.ts';
import { allFindings } from '../lint/index.ts';

/** Findings as an array, one object on a line; the fields are a promise to users. */
export function lintJson(report: LintReport): string {
  const objects = allFindings(report).map(({ file, diagnostic: { rule, severity, message, span, fix } }) =>
    JSON.stringify({ path: file.path, rule, severity, message, line: span.start.line, column: span.start.column, endLine: span.end.line, endColumn: span.end.column, fixable: fix !== undefined }),
  );
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}
