import { allFindings, type LintReport } from '../../lint/index.ts';
import { diagnosticJson } from '../formats/diagnostic-json.ts';
import { jsonText } from '../formats/json-text.ts';

/** Findings as an array, one object on a line. */
export function lintJson(report: LintReport): string {
  const objects = allFindings(report).map(({ file, diagnostic }) => jsonText(diagnosticJson(file.path, diagnostic)));
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}
