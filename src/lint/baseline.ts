import { RunbookError } from '../model/index.ts';
import type { LintedFile } from './report.ts';
import { ruleId } from './rules/index.ts';

/** A finding that a team has accepted for now: by rule, path and the text of its line, so that it survives lines moving. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
  /** How many such findings are accepted. */
  readonly count: number;
}

const keyOf = (rule: string, path: string, text: string) => JSON.stringify([rule, path, text]);

/** Parses a baseline file; anything else in it is an error that names the file. */
export function parseBaseline(text: string, path: string): readonly BaselineEntry[] {
  const entries = readEntries(text);
  if (entries !== null) return entries;
  throw new RunbookError({ what: `cannot read the baseline ${path}`, why: 'it is not what --update-baseline writes', advice: `write it anew: runbook lint <path> --baseline ${path} --update-baseline` });
}

function readEntries(text: string): readonly BaselineEntry[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const findings = typeof value === 'object' && value !== null && 'findings' in value ? value.findings : null;
    return Array.isArray(findings) && findings.every(isEntry) ? findings : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof BaselineEntry, unknown>>;
  return typeof entry.rule === 'string' && typeof entry.path === 'string' && typeof entry.text === 'string' && typeof entry.count === 'number';
}

/** The file for `--update-baseline`: sorted, one entry a line, with entries that stay as they are. */
export function formatBaseline(files: readonly LintedFile[], others: readonly BaselineEntry[] = []): string {
  return baselineText([...entriesFor(files).values(), ...others]);
}

/** The entries that accept all findings of files, by their keys. */
function entriesFor(files: readonly LintedFile[]): ReadonlyMap<string, BaselineEntry> {
  const entries = new Map<string, BaselineEntry>();
  for (const file of files) {
    for (const { rule, span } of file.diagnostics) {
      const entry = { rule, path: file.path, text: file.line(span.start).trim() };
      const key = keyOf(rule, file.path, entry.text);
      entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
    }
  }
  return entries;
}

function baselineText(entries: readonly BaselineEntry[]): string {
  const order = (a: BaselineEntry, b: BaselineEntry) => a.path.localeCompare(b.path) || a.rule.localeCompare(b.rule) || a.text.localeCompare(b.text);
  const lines = entries.toSorted(order).map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** The files without the findings that a baseline covers. */
export function withoutBaseline(files: readonly LintedFile[], baseline: readonly BaselineEntry[]): readonly LintedFile[] {
  const left = new Map(baseline.map(({ rule, path, text, count }) => [keyOf(ruleId(rule), path, text), count]));
  return files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.filter(({ rule, span }) => {
      const key = keyOf(rule, file.path, file.line(span.start).trim());
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count === 0;
    }),
  }));
}

/** Entries for linted or deleted files that accept more findings than are left, each with what is left (possibly none). Entries for rules that did not run are not judged. */
export function goneFromBaseline(files: readonly LintedFile[], baseline: readonly BaselineEntry[], exists: (path: string) => boolean, asked: (path: string, rule: string) => boolean): readonly { readonly entry: BaselineEntry; readonly left: number }[] {
  const found = entriesFor(files);
  const linted = new Set(files.map(({ path }) => path));
  return baseline.flatMap((entry) => {
    const left = Math.min(entry.count, found.get(keyOf(ruleId(entry.rule), entry.path, entry.text))?.count ?? 0);
    return left < entry.count && (linted.has(entry.path) ? asked(entry.path, ruleId(entry.rule)) : !exists(entry.path)) ? [{ entry, left }] : [];
  });
}

/** Entries outside this run: for files that were not linted, and for rules that did not run. */
export function notAsked(files: readonly LintedFile[], baseline: readonly BaselineEntry[], exists: (path: string) => boolean, asked: (path: string, rule: string) => boolean): readonly BaselineEntry[] {
  const linted = new Set(files.map(({ path }) => path));
  return baseline.filter(({ path, rule }) => (linted.has(path) ? !asked(path, ruleId(rule)) : exists(path)));
}

/** The baseline without findings that are gone. */
export function prunedBaseline(baseline: readonly BaselineEntry[], gone: ReturnType<typeof goneFromBaseline>): string {
  const left = new Map(gone.map((each) => [each.entry, each.left]));
  return baselineText(baseline.map((entry) => ({ ...entry, count: left.get(entry) ?? entry.count })).filter(({ count }) => count > 0));
}
