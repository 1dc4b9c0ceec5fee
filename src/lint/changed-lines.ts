import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChangedLines } from '../programs/index.ts';
import type { LintedFile } from './report.ts';

/** The files without the findings on lines that did not change. */
export function onlyChanged(files: readonly LintedFile[], changed: ChangedLines, cwd: string): readonly LintedFile[] {
  return files.map((file) => {
    const lines = changed.get(realpathSync(resolve(cwd, file.path))) ?? [];
    if (lines === 'all') return file;
    return { ...file, diagnostics: file.diagnostics.filter(({ span }) => lines.some(({ from, to }) => span.start.line <= to && span.end.line >= from)) };
  });
}
