import { resolve } from 'node:path';
import type { ChangedLines } from '../programs/index.ts';
import { realPath } from '../state/index.ts';
import type { LintedFile } from './report.ts';

/** The files without findings that no change can have caused: those on unchanged lines that are about unchanged files. */
export function onlyChanged(files: readonly LintedFile[], changed: ChangedLines, cwd: string): readonly LintedFile[] {
  const linesOf = (path: string) => changed.get(realPath(resolve(cwd, path)));
  return files.map((file) => {
    const lines = linesOf(file.path) ?? [];
    if (lines === 'all') return file;
    return { ...file, diagnostics: file.diagnostics.filter(({ span, dependsOn }) => lines.some(({ from, to }) => span.start.line <= to && span.end.line >= from) || (dependsOn !== undefined && linesOf(dependsOn) !== undefined)) };
  });
}
