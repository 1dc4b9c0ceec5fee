import type { Diagnostic, Position, Severity } from '../model/index.ts';
import { coverSecrets } from './facts/index.ts';

/** The findings in one file. */
export interface LintedFile {
  /** As the caller named it. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The line of a place, without its ending and with secrets masked. */
  readonly line: (at: Position) => string;
}

/** The result of a whole run, for printing. */
export interface LintReport {
  readonly files: readonly LintedFile[];
}

/** How many findings, by severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** How many findings there are of each severity. */
export function countFindings({ files }: LintReport): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { diagnostics } of files) for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** Every finding with its file, in order. */
export function allFindings({ files }: LintReport): readonly { readonly file: LintedFile; readonly diagnostic: Diagnostic }[] {
  return files.flatMap((file) => file.diagnostics.map((diagnostic) => ({ file, diagnostic })));
}

/** Returns the lines of a text as they may be shown, with secrets (if it has any) masked at the same length. */
export function shownLine(text: () => string, hasSecrets: boolean): (at: Position) => string {
  let shown: string | null = null;
  return ({ offset, column }) => {
    shown ??= hasSecrets ? coverSecrets(text()) : text();
    const start = offset - column + 1;
    const newline = shown.indexOf('\n', start);
    const [line] = shown.slice(start, newline < 0 ? undefined : newline).split('\r', 1);
    return line ?? '';
  };
}
