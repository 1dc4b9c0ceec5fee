import type { Diagnostic } from '../model/index.ts';
import type { ShellcheckResult, ShellcheckRun } from '../programs/index.ts';
import { type CacheEntry, collectDocuments, diskFiles, folderHabits, type HasHabit, type LintCache, type LintDocument, type ReadAll } from './reading/index.ts';
import { judge, type LintSettings } from './lint.ts';
import { type LintedFile, shownLine } from './report.ts';
import type { Files, World } from './rule.ts';
import { shellcheckFindings } from './shellcheck/index.ts';

/** The shellcheck program on this machine. */
export interface Shellcheck {
  /** Identifies the installation, so that its results can be cached. */
  readonly by: string;
  /** Takes scripts, by their files, as they are found. */
  start(): ShellcheckRun;
}

interface LintRequest {
  readonly paths: readonly string[];
  /** Texts that are not taken from disk, by path. */
  readonly given: ReadonlyMap<string, string>;
  readonly cwd: string;
  readonly settings: LintSettings;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly cache: LintCache;
  readonly readAll: ReadAll;
  /** How a runbook differs from the plan lock. */
  readonly lockDifferences: World['lockDifferences'];
  /** `null` if it is not to be used. */
  readonly shellcheck: Shellcheck | null;
}

/** The findings in all files, in the order given. */
export interface LintOutcome {
  readonly files: readonly LintedFile[];
  /** Set if shellcheck should have run and could not. */
  readonly shellcheckFailed: string | null;
  /** By rule, how many runbooks lack a convention that their folders do not follow either. */
  readonly lacking: ReadonlyMap<string, number>;
}

/** Lints files: reads what changed, runs shellcheck, and judges everything as of today. */
export async function lintFiles(request: LintRequest): Promise<LintOutcome> {
  const { settings, cwd, cache, readAll, shellcheck, paths } = request;
  const ports = { cwd, given: request.given, cache, readAll, options: settings.options };
  const accepts = (entry: CacheEntry) => shellcheck === null || entry.shellcheck?.by === shellcheck.by;
  // It runs beside the reading, and beside that of the neighbours.
  const checking = shellcheck?.start() ?? null;
  const documents = await collectDocuments(paths, { ...ports, accepts, onRead: (path, { script }) => (script === null ? undefined : checking?.add(path, script.text)) });
  const answer = checking?.done() ?? null;
  const anchors = new Map(documents.map(({ path, reading }) => [path, new Set(reading.anchors)]));
  const habits = await folderHabits(documents, { ...ports, accepts });
  const asked = answer === null || shellcheck === null ? null : keepAnswer(await answer, documents, shellcheck.by, cache);
  const byDocument = asked?.findings ?? null;
  const lacking = new Map<string, Set<string>>();
  const hasHabit: HasHabit = (rule, path) => {
    const has = habits(rule, path);
    if (!has) lacking.set(rule, (lacking.get(rule) ?? new Set()).add(path));
    return has;
  };
  const judgeAll = (files: Files) =>
    documents.map(({ path, text, reading }) => {
      const diagnostics = judge(reading, path, settings, { today: request.today, files, hasHabit, lockDifferences: request.lockDifferences }, byDocument === null ? null : (byDocument.get(path) ?? []));
      return { path, diagnostics, line: shownLine(text, reading.findings.some(({ rule }) => rule === 'secret-in-text')) };
    });
  const unread = new Set<string>();
  const first = judgeAll(diskFiles(cwd, (path) => anchors.get(path) ?? (unread.add(path), null)));
  const files = unread.size === 0 ? first : judgeAll(await filesWithAnchors([...unread], cwd, anchors, ports));
  cache.save();
  return { files, shellcheckFailed: asked?.failed ?? null, lacking: new Map([...lacking].map(([rule, paths]) => [rule, paths.size])) };
}

/** The headings of files that are linked to and not linted. */
async function filesWithAnchors(unread: readonly string[], cwd: string, anchors: ReadonlyMap<string, ReadonlySet<string>>, ports: { readonly cache: LintCache; readonly readAll: ReadAll; readonly options: LintSettings['options'] }): Promise<Files> {
  const others = await collectDocuments(unread, { ...ports, cwd, accepts: () => true });
  const all = new Map([...anchors, ...others.map(({ path, reading }) => [path, new Set(reading.anchors)] as const)]);
  return diskFiles(cwd, (path) => all.get(path) ?? null);
}

/** Shellcheck's comments on each document, from now or from the cache. */
function keepAnswer(answer: ShellcheckResult, documents: readonly LintDocument[], by: string, cache: LintCache) {
  if (answer.status !== 'checked') return { findings: null, failed: answer.status === 'missing' ? 'it is not installed' : answer.reason };
  const findings = new Map<string, readonly Diagnostic[]>();
  for (const { path, hash, reading, entry, script } of documents) {
    const found = entry?.shellcheck?.findings ?? (script === null ? [] : shellcheckFindings(answer.comments.get(path) ?? [], script));
    findings.set(path, found);
    if (entry === null) cache.put(path, { hash, reading, shellcheck: { by, findings: found } });
  }
  return { findings, failed: null };
}
