import type { Diagnostic } from '../../model/index.ts';

/** A finding as an object; users rely on its fields. */
export function diagnosticJson(path: string, { rule, severity, message, span, fix, inEditor }: Diagnostic): object {
  return { path, rule, severity, message, line: span.start.line, column: span.start.column, endLine: span.end.line, endColumn: span.end.column, fixable: fix !== undefined && inEditor !== true };
}
