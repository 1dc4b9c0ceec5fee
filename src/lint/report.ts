import type { Diagnostic, Severity } from '../model/index.ts';
import { coverSecrets } from './secret-shapes.ts';

/** What was found in one file. */
export interface LintedFile {
  /** As the caller named it. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The file's lines, without their endings, secrets covered. */
  readonly lines: () => readonly string[];
}

/** A whole run, for the printers. */
export interface LintReport {
  readonly files: readonly LintedFile[];
}

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

/** The lines of a text that may be shown, once somebody asks: without their endings, secrets (where it is known to have any) covered at the same length. */
export function shownLines(text: string, hasSecrets: boolean): () => readonly string[] {
  let lines: readonly string[] | null = null;
  return () => (lines ??= linesOf(hasSecrets ? coverSecrets(text) : text));
}

function linesOf(text: string): readonly string[] {
  return text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n');
}
