import type { LintReport } from '../lint/index.ts';
import { allFindings } from '../lint/index.ts';
import type { Diagnostic } from '../model/index.ts';

/** Findings as an array, one object on a line. */
export function lintJson(report: LintReport): string {
  const objects = allFindings(report).map(({ file, diagnostic }) => JSON.stringify(diagnosticJson(file.path, diagnostic)));
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}

/** A finding as an object; its fields are a promise to users. */
export function diagnosticJson(path: string, { rule, severity, message, span, fix }: Diagnostic): object {
  return { path, rule, severity, message, line: span.start.line, column: span.start.column, endLine: span.end.line, endColumn: span.end.column, fixable: fix !== undefined };
}
