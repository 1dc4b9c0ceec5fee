import { appendFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findMarkdown } from '../../catalog/index.ts';
import { countFindings, DEFAULT_SETTINGS, fixFiles, isAsked, type LintedFile, lintFiles, type LintOutcome, type LintReport, NO_CACHE, onlyChanged, openCache, type ReadAll, type Shellcheck, withoutBaseline } from '../../lint/index.ts';
import { counted, type Environment, errorMessage, ExitCode, RunbookError, type Severity } from '../../model/index.ts';
import { githubSummary, lackingText, lintGithub, lintGitlab, lintJson, lintJunit, lintSarif, lintStatistics, lintStatisticsJson, lintText, summaryText } from '../../print/findings/index.ts';
import { type ChangedLines, changedSince } from '../../programs/index.ts';
import { hasPlanLock, makeFolders, writeAtomically } from '../../state/index.ts';
import type { Progress } from '../telling/progress.ts';
import { valueOf } from '../threads/job.ts';
import { onThreads } from '../threads/on-threads.ts';
import type { LintArguments } from './lint-arguments.ts';
import { pruneBaseline, readBaseline, updateBaseline } from './baseline-file.ts';
import { type SettingsGroup, settingsGroups } from './settings-groups.ts';
import { lintJob } from './lint-job.ts';
import { shellcheckHere } from './shellcheck-here.ts';

/** What `lint` needs from the process. */
interface LintIo {
  readonly cwd: string;
  readonly env: Environment;
  readonly colour: boolean;
  readonly version: string;
  out(text: string): void;
  /** Raw output for a program that obeys workflow commands in it. */
  machine(text: string): void;
  err(text: string): void;
  /** The text on standard input. */
  input(): Promise<string>;
  readonly progress: Progress;
}

/** Lints the files that paths name and prints the findings. */
export async function runLint(paths: readonly string[], given: LintArguments, io: LintIo): Promise<ExitCode> {
  const { cwd } = io;
  const stdin = await standardInput(paths, given, io);
  const found = stdin === null ? await markdownFiles(paths, cwd) : [...stdin.keys()];
  const groups = await settingsGroups(found, given, cwd);
  const changed = given.changedSince === null ? null : await changedSince(given.changedSince, cwd);
  const done = given.fix ? await applyFixes(groups, changed, given, io) : null;
  if (done !== null) return done;

  // If the baseline is missing, that is said before anything is linted.
  const baseline = given.baseline === null || given.updateBaseline ? [] : readBaseline(given.baseline, cwd);
  const { files, lacking, asked } = await lintGroups(groups, stdin ?? new Map(), given, io);
  if (!given.updateBaseline) io.err(lackingText(lacking));
  const current = changed === null ? files : onlyChanged(files, changed, cwd);
  if (given.updateBaseline && given.baseline !== null) {
    await updateBaseline({ files: current, asked }, given.baseline, io);
    return ExitCode.done;
  }
  if (given.baseline !== null && changed === null) await pruneBaseline({ files: current, asked }, baseline, given.baseline, given.pruneBaseline, io);
  const report = { files: baseline.length === 0 ? current : withoutBaseline(current, baseline) };
  await print(atLeast(report, given.minSeverity), given, io);
  return exitCode(report, given);
}

/** The text on standard input, with the path that it is linted under; `null` if files are named. */
async function standardInput(paths: readonly string[], { stdinFilename, fix }: LintArguments, { input }: LintIo): Promise<ReadonlyMap<string, string> | null> {
  if (!paths.includes('-')) {
    if (stdinFilename === null) return null;
    throw new RunbookError({ what: `--stdin-filename ${stdinFilename}`, why: 'the path is not -', advice: `runbook lint - --stdin-filename ${stdinFilename}` });
  }
  if (paths.length > 1 || fix) throw new RunbookError({ what: 'cannot lint standard input', why: fix ? '--fix writes files' : '- stands beside other paths', advice: 'runbook lint - --stdin-filename <path>' });
  return new Map([[stdinFilename ?? 'stdin.md', await input()]]);
}

/** The findings of all groups. */
interface LintedGroups extends Pick<LintOutcome, 'files' | 'lacking'> {
  /** Whether a rule could have reported something in a file. */
  asked(path: string, rule: string): boolean;
}

/** Lints each group of files with its settings; results are in the order of the files. */
async function lintGroups(groups: readonly SettingsGroup[], texts: ReadonlyMap<string, string>, given: LintArguments, io: LintIo): Promise<LintedGroups> {
  const { cwd, env, progress } = io;
  const shellcheck = given.shellcheck === 'off' ? null : findShellcheck(given, io);
  const all = groups.flatMap(({ paths }) => paths);
  // Code that reads the lock is loaded only if there is one.
  const lockDifferences = texts.size === 0 && hasPlanLock(cwd) ? await (await import('../locking/lint-lock.ts')).lockForLint(all, cwd) : () => [];
  const readAll: ReadAll = async (inputs, options, onRead) => {
    const size = inputs.reduce((sum, { text }) => sum + text.length, 0);
    return (await onThreads(lintJob, options, inputs, { size, at: progress.at, onDone: (index, done) => onRead(inputs[index]?.path ?? '', valueOf(done)) })).map(valueOf);
  };
  const outcomes: LintOutcome[] = [];
  for (const { settings, paths } of groups) {
    const cache = given.cache && texts.size === 0 ? openCache(cwd, settings.options, env) : NO_CACHE;
    outcomes.push(await lintFiles({ paths, given: texts, cwd, settings, lockDifferences, today: given.today, cache, readAll, shellcheck }).finally(() => progress.clear()));
  }
  sayShellcheck(outcomes.find(({ shellcheckFailed }) => shellcheckFailed !== null)?.shellcheckFailed ?? null, given, io);
  const lacking = new Map<string, number>();
  for (const [rule, count] of outcomes.flatMap((outcome) => [...outcome.lacking])) lacking.set(rule, (lacking.get(rule) ?? 0) + count);
  const files = outcomes.flatMap((outcome) => outcome.files);
  const settingsOf = new Map(groups.flatMap(({ settings, paths }) => paths.map((path) => [path, settings])));
  const shellchecked = shellcheck !== null && outcomes.every(({ shellcheckFailed }) => shellcheckFailed === null);
  const asked = (path: string, rule: string): boolean => isAsked(rule, settingsOf.get(path) ?? DEFAULT_SETTINGS, shellchecked);
  return { files: groups.length === 1 ? files : files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), lacking, asked };
}

/** The files that paths, folders and globs name. */
async function markdownFiles(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const { files, missing } = findMarkdown(paths, cwd);
  const first = missing[0];
  if (first !== undefined) throw new RunbookError({ what: `cannot lint ${first}`, why: /[*?[{]/.test(first) ? 'the glob matches no Markdown file' : 'no such file or folder', advice: 'give files, folders or quoted globs' });
  if (files.length === 0) throw new RunbookError({ what: `cannot lint ${paths.join(' ')}`, why: 'there is no Markdown file in it', advice: 'give files, folders or quoted globs; what .gitignore and the config leave out is not looked at' });
  return files;
}

/** `--fix`; returns the exit code if that is all there is to do. */
async function applyFixes(groups: readonly SettingsGroup[], changed: ChangedLines | null, { dryRun, unsafeFixes, outputFile }: LintArguments, { cwd, out, err }: LintIo): Promise<ExitCode | null> {
  const wanted = (path: string, diagnostic: LintedFile['diagnostics'][number]) => changed === null || onlyChanged([{ path, diagnostics: [diagnostic], line: () => '' }], changed, cwd).some(({ diagnostics }) => diagnostics.length > 0);
  const outcomes = [];
  for (const { paths, settings } of groups) outcomes.push(await fixFiles({ paths, cwd, settings, wanted, unsafe: unsafeFixes, dryRun }));
  for (const path of outcomes.flatMap(({ skipped }) => skipped)) err(`${path} is not UTF-8 and was left as it is\n`);
  const counts = outcomes.flatMap(({ fixed }) => [...fixed.values()]);
  const count = counts.reduce((sum, inFile) => sum + inFile, 0);
  const left = outcomes.reduce((sum, outcome) => sum + outcome.left, 0);
  if (dryRun || count > 0) err(`${dryRun ? 'would repair' : 'repaired'} ${count} in ${counts.length} of ${groups.reduce((sum, { paths }) => sum + paths.length, 0)} files\n`);
  if (left > 0) err(`${counted(left, 'repair')} left out: a block would run afterwards that does not now; make ${left === 1 ? 'it' : 'them'} by hand\n`);
  const diff = outcomes.map((outcome) => outcome.diff).join('');
  if (dryRun && outputFile !== null) await writeOutput(outputFile, diff, cwd);
  else out(diff);
  if (!dryRun) return null;
  return count > 0 ? ExitCode.failed : ExitCode.done;
}

function findShellcheck(given: LintArguments, { env, err }: LintIo): Shellcheck | null {
  const here = shellcheckHere(env);
  if (here === null) sayShellcheck('it is not installed', given, { err });
  return here;
}

/** Reports what was not checked, which is an error if it was required. */
function sayShellcheck(failed: string | null, given: LintArguments, { err }: Pick<LintIo, 'err'>): void {
  if (failed === null) return;
  if (given.shellcheck === 'required') throw new RunbookError({ what: 'shellcheck did not run', why: failed, advice: 'install it, or leave out --shellcheck=required' });
  err(`shellcheck did not run: ${failed}; its checks were left out (--no-shellcheck hides this line)\n`);
}

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function atLeast(report: LintReport, least: Severity): LintReport {
  if (least === 'info') return report;
  return { files: report.files.map((file) => ({ ...file, diagnostics: file.diagnostics.filter(({ severity }) => RANKS[severity] >= RANKS[least]) })) };
}

async function print(report: LintReport, { format, statistics, outputFile }: LintArguments, { out, machine, colour, version, env, cwd }: LintIo): Promise<void> {
  const inColour = colour && outputFile === null;
  const formats = { text: () => lintText(report, inColour), json: () => lintJson(report), sarif: () => lintSarif(report, version), github: () => lintGithub(report), gitlab: () => lintGitlab(report), junit: () => lintJunit(report) };
  const counts = (): string => (format === 'json' ? lintStatisticsJson(report) : `${lintStatistics(report)}${summaryText(report)}\n`);
  const text = statistics ? counts() : formats[format]();
  if (outputFile !== null) await writeOutput(outputFile, text, cwd);
  else (format === 'json' || !(format === 'text' || statistics) ? machine : out)(text);
  const summary = env['GITHUB_STEP_SUMMARY'];
  if (format === 'github' && summary !== undefined && summary !== '') appendFileSync(summary, githubSummary(report));
}

/** Writes an output file, making its folder if needed. */
async function writeOutput(path: string, text: string, cwd: string): Promise<void> {
  const file = resolve(cwd, path);
  try {
    makeFolders(dirname(file));
    await writeAtomically(file, text);
  } catch (cause) {
    throw new RunbookError({ what: `cannot write ${path}`, why: errorMessage(cause), advice: 'give another file to --output-file', cause });
  }
}

function exitCode(report: LintReport, { maxWarnings, failOn }: LintArguments): ExitCode {
  if (failOn === null) return ExitCode.done;
  const counts = countFindings(report);
  const failing = (['error', 'warning', 'info'] as const).some((severity) => counts[severity] > 0 && RANKS[severity] >= RANKS[failOn]);
  return failing || (maxWarnings !== null && counts.warning > maxWarnings) ? ExitCode.failed : ExitCode.done;
}
