import type { LintedFile, LintReport } from '../../../src/lint/index.ts';
import { shownLine } from '../../../src/lint/report.ts';
import { type Diagnostic, sourceText, spanAt } from '../../../src/model/index.ts';

/** A file with findings at the given texts: `[text, rule, severity, message]`. */
export function linted(path: string, text: string, places: readonly (readonly [string, string, Diagnostic['severity'], string])[]): LintedFile {
  const source = sourceText(text);
  const diagnostics = places.map(([place, rule, severity, message]) => ({ rule, severity, message, span: spanAt(source, text.indexOf(place), text.indexOf(place) + place.length) }));
  return { path, diagnostics, line: shownLine(() => text, true) };
}

export const REPORT: LintReport = {
  files: [
    linted('docs/a b.md', '# Title\n\n\tssh db-1 <host>\n', [
      ['ssh db-1', 'elsewhere', 'warning', 'lines after "ssh db-1" are typed there'],
      ['<host>', 'unparsed', 'error', '100% wrong:\nreally, <b>|'],
    ]),
    linted('docs/clean.md', '# Clean\n', []),
  ],
};
