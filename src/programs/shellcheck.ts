import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** One comment of shellcheck's `json1` output; columns count code points from 1, a tab as one. */
export interface ShellcheckComment {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly code: number;
  readonly message: string;
}

export type ShellcheckResult =
  | { readonly status: 'checked'; /** One list for each script, in the order given. */ readonly comments: readonly (readonly ShellcheckComment[])[] }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly reason: string };

/** Longest argument list that every system takes, in characters; more scripts go into another process. */
const LONGEST_ARGUMENTS = 100_000;

/** A stranger's script can keep shellcheck busy for hours. */
const LONGEST_MS = 60_000;
const MORE_MS_A_SCRIPT = 1000;
/** Less text than this in a process costs more in starts than it saves. */
const LEAST_SHARE = 20_000;

/** Check scripts with the `shellcheck` program, in as many processes as there are cores where there is enough to check. */
export async function runShellcheck(scripts: readonly string[], program = 'shellcheck', cores = availableParallelism()): Promise<ShellcheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'runbook-shellcheck-'));
  try {
    await Promise.all(scripts.map((script, index) => writeFile(join(folder, `${index}`), script, { mode: 0o600 })));
    const comments = scripts.map((): ShellcheckComment[] => []);
    const results = await Promise.all(shares(scripts, cores).map((names) => runInTurn(program, names, folder)));
    for (const result of results) {
      if (result.status !== 'checked') return result;
      for (const { file, ...comment } of result.comments) comments[Number(file)]?.push(comment);
    }
    return { status: 'checked', comments };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The names of scripts in shares of like size, largest first into the smallest. */
function shares(scripts: readonly string[], cores: number): readonly (readonly string[])[] {
  const total = scripts.reduce((sum, { length }) => sum + length, 0);
  const made = Array.from({ length: Math.max(1, Math.min(cores, Math.floor(total / LEAST_SHARE))) }, () => ({ names: [] as string[], size: 0 }));
  for (const { name, size } of scripts.map(({ length }, index) => ({ name: `${index}`, size: length })).sort((a, b) => b.size - a.size)) {
    const least = made.reduce((smallest, share) => (share.size < smallest.size ? share : smallest));
    least.names.push(name);
    least.size += size;
  }
  return made.map(({ names }) => names).filter((names) => names.length > 0);
}

/** One process after the other, where one cannot take all the names. */
async function runInTurn(program: string, names: readonly string[], folder: string): Promise<RunResult> {
  const all: (ShellcheckComment & { readonly file: string })[] = [];
  const size = Math.max(1, Math.floor(LONGEST_ARGUMENTS / (names.reduce((longest, { length }) => Math.max(longest, length), 0) + 1)));
  for (let start = 0; start < names.length; start += size) {
    const result = await runOnce(program, names.slice(start, start + size), folder);
    if (result.status !== 'checked') return result;
    all.push(...result.comments);
  }
  return { status: 'checked', comments: all };
}

type RunResult = { readonly status: 'checked'; readonly comments: readonly (ShellcheckComment & { readonly file: string })[] } | Exclude<ShellcheckResult, { status: 'checked' }>;

function runOnce(program: string, names: readonly string[], cwd: string): Promise<RunResult> {
  return new Promise((resolve) => {
    // Options of the user's own ~/.shellcheckrc and SHELLCHECK_OPTS would make findings differ between machines.
    const { SHELLCHECK_OPTS: _ours, ...env } = process.env;
    const timeout = LONGEST_MS + names.length * MORE_MS_A_SCRIPT;
    const child = spawn(program, ['--norc', '--shell=bash', '--severity=info', '--format=json1', ...names], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL' });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? { status: 'missing' } : { status: 'failed', reason: error.message }));
    child.on('close', (code, signal) => resolve(signal === 'SIGKILL' ? { status: 'failed', reason: `it was not done after ${timeout / 1000} s` } : readResult(output, errors, code)));
  });
}

/** Status 0 and 1 are clean and findings; others mean that something was not checked. */
function readResult(output: string, errors: string, code: number | null): RunResult {
  try {
    const { comments } = JSON.parse(output) as { readonly comments: readonly (ShellcheckComment & { readonly file: string })[] };
    if (code === 0 || code === 1) return { status: 'checked', comments };
  } catch {
    // Said below.
  }
  return { status: 'failed', reason: errors.trim().split('\n')[0] || `it ended with status ${code ?? 'unknown'}` };
}
