import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findMarkdown } from '../catalog/index.ts';
import type { LintedFile, LintReport, LintSettings, Shellcheck } from '../lint/index.ts';
import { countFindings, fixFiles, formatBaseline, ignoredBy, lintFiles, NO_CACHE, onlyChanged, openCache, parseBaseline, readOnThreads, settingKey, withoutBaseline } from '../lint/index.ts';
import { ExitCode, RunbookError } from '../model/index.ts';
import { githubSummary, lackingText, lintGithub, lintJson, lintJunit, lintSarif, lintText } from '../print/findings/index.ts';
import type { ChangedLines } from '../programs/index.ts';
import { changedSince, runShellcheck, shellcheckIdentity } from '../programs/index.ts';
import { loadSettings } from '../settings/index.ts';
import { hasPlanLock, writeAtomically } from '../state/index.ts';
import type { LintArguments } from './lint-arguments.ts';
import type { Progress } from './progress.ts';

/** What `lint` needs of the process. */
export interface LintIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly colour: boolean;
  readonly version: string;
  /** The built file that lint threads run. */
  readonly workerFile: URL;
  out(text: string): void;
  /** For a program: what is written is obeyed. */
  machine(text: string): void;
  err(text: string): void;
  readonly progress: Progress;
}

/** Lint what paths name and print the findings. */
export async function runLint(paths: readonly string[], given: LintArguments, io: LintIo): Promise<ExitCode> {
  const { cwd } = io;
  const { settings: team, folder } = await loadSettings(cwd, settingKey);
  const settings: LintSettings = { options: team.options, severities: { ...team.severities, ...given.rules }, select: null };
  const ignored = ignoredBy(team.ignore, folder, cwd);
  const files = (await markdownFiles(paths, cwd)).filter((path) => !ignored(path));
  const changed = given.changedSince === null ? null : await changedSince(given.changedSince, cwd);
  const mended = given.fix ? await mend(files, settings, changed, given, io) : null;
  if (mended !== null) return mended;

  // That it is missing is said before anything is linted.
  const baseline = given.baseline === null || given.updateBaseline ? [] : readBaseline(given.baseline, cwd);
  const shellcheck = given.shellcheck === 'off' ? null : findShellcheck(given, io);
  const cache = given.cache ? openCache(cwd, settings.options, io.env) : NO_CACHE;
  // What reads the lock is loaded only where there is one.
  const lockDifferences = hasPlanLock(cwd) ? await (await import('./locking/lint-lock.ts')).lockForLint(files, cwd) : () => [];
  const outcome = await lintFiles({ paths: files, cwd, settings, lockDifferences, today: given.today, cache, readAll: readOnThreads(io.workerFile, (done, total) => io.progress.at(done, total)), shellcheck }).finally(() => io.progress.clear());
  sayShellcheck(outcome.shellcheckFailed, given, io);
  if (!given.updateBaseline) io.err(lackingText(outcome.lacking));
  const current = changed === null ? outcome.files : onlyChanged(outcome.files, changed, cwd);
  if (given.updateBaseline && given.baseline !== null) return await updateBaseline(current, given.baseline, io);
  const report = { files: baseline.length === 0 ? current : withoutBaseline(current, baseline) };
  print(given.quiet ? onlyErrors(report) : report, given, io);
  return exitCode(report, given);
}

/** The files that paths, folders and globs name. */
async function markdownFiles(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const { files, missing } = findMarkdown(paths, cwd);
  const first = missing[0];
  if (first !== undefined) throw new RunbookError({ what: `cannot lint ${first}`, why: /[*?[{]/.test(first) ? 'the glob matches no Markdown file' : 'no such file or folder', advice: 'give files, folders or quoted globs' });
  if (files.length === 0) throw new RunbookError({ what: `cannot lint ${paths.join(' ')}`, why: 'there is no Markdown file in it', advice: 'give files, folders or quoted globs; what .gitignore and the config leave out is not looked at' });
  return files;
}

/** `--fix`; the exit code where nothing more is to be done. */
async function mend(paths: readonly string[], settings: LintSettings, changed: ChangedLines | null, { dryRun, unsafeFixes }: LintArguments, { cwd, out, err }: LintIo): Promise<ExitCode | null> {
  const wanted = (path: string, diagnostic: LintedFile['diagnostics'][number]) => changed === null || onlyChanged([{ path, diagnostics: [diagnostic], line: () => '' }], changed, cwd).some(({ diagnostics }) => diagnostics.length > 0);
  const { mended, diff, skipped } = await fixFiles({ paths, cwd, settings, wanted, unsafe: unsafeFixes, dryRun });
  for (const path of skipped) err(`${path} is not UTF-8 and was left as it is\n`);
  const count = [...mended.values()].reduce((sum, mendedHere) => sum + mendedHere, 0);
  if (dryRun || count > 0) err(`${dryRun ? 'would mend' : 'mended'} ${count} in ${mended.size} of ${paths.length} files\n`);
  out(diff);
  if (!dryRun) return null;
  return count > 0 ? ExitCode.failed : ExitCode.done;
}

function findShellcheck(given: LintArguments, { env, err }: LintIo): Shellcheck | null {
  const by = shellcheckIdentity(env);
  if (by !== null) return { by, run: runShellcheck };
  sayShellcheck('it is not installed', given, { err });
  return null;
}

/** What was not checked is said, and is an error where it was required. */
function sayShellcheck(failed: string | null, given: LintArguments, { err }: Pick<LintIo, 'err'>): void {
  if (failed === null) return;
  if (given.shellcheck === 'required') throw new RunbookError({ what: 'shellcheck did not run', why: failed, advice: 'install it, or leave out --shellcheck=required' });
  err(`shellcheck did not run: ${failed}; its checks were left out (--no-shellcheck hides this line)\n`);
}

function readBaseline(path: string, cwd: string) {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new RunbookError({ what: `cannot read the baseline ${path}`, why: 'no such file', advice: `write it: runbook lint <path...> --baseline ${path} --update-baseline` });
  return parseBaseline(readFileSync(file, 'utf8'), path);
}

async function updateBaseline(files: readonly LintedFile[], path: string, { cwd, err }: LintIo): Promise<ExitCode> {
  await writeAtomically(resolve(cwd, path), formatBaseline(files));
  const count = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  err(`${path} accepts ${count} finding${count === 1 ? '' : 's'}\n`);
  return ExitCode.done;
}

function onlyErrors(report: LintReport): LintReport {
  return { files: report.files.map((file) => ({ ...file, diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error') })) };
}

function print(report: LintReport, { format }: LintArguments, { out, machine, colour, version, env }: LintIo): void {
  const formats = { text: () => lintText(report, colour), json: () => lintJson(report), sarif: () => lintSarif(report, version), github: () => lintGithub(report), junit: () => lintJunit(report) };
  (format === 'text' ? out : machine)(formats[format]());
  const summary = env['GITHUB_STEP_SUMMARY'];
  if (format === 'github' && summary !== undefined && summary !== '') appendFileSync(summary, githubSummary(report));
}

function exitCode(report: LintReport, { maxWarnings }: LintArguments): ExitCode {
  const { error, warning } = countFindings(report);
  return error > 0 || (maxWarnings !== null && warning > maxWarnings) ? ExitCode.failed : ExitCode.done;
}
