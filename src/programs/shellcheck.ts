import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

/** Check scripts with the `shellcheck` program, all in one process. */
export async function runShellcheck(scripts: readonly string[], program = 'shellcheck'): Promise<ShellcheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'runbook-shellcheck-'));
  try {
    await Promise.all(scripts.map((script, index) => writeFile(join(folder, `${index}`), script, { mode: 0o600 })));
    const size = Math.max(1, Math.floor(LONGEST_ARGUMENTS / (String(scripts.length).length + 1)));
    const comments = scripts.map((): ShellcheckComment[] => []);
    for (let start = 0; start < scripts.length; start += size) {
      const names = scripts.slice(start, start + size).map((_, index) => `${start + index}`);
      const result = await runOnce(program, names, folder);
      if (result.status !== 'checked') return result;
      for (const { file, ...comment } of result.comments) comments[Number(file)]?.push(comment);
    }
    return { status: 'checked', comments };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type RunResult = { readonly status: 'checked'; readonly comments: readonly (ShellcheckComment & { readonly file: string })[] } | Exclude<ShellcheckResult, { status: 'checked' }>;

function runOnce(program: string, names: readonly string[], cwd: string): Promise<RunResult> {
  return new Promise((resolve) => {
    // Options of the user's own ~/.shellcheckrc and SHELLCHECK_OPTS would make findings differ between machines.
    const { SHELLCHECK_OPTS: _ours, ...env } = process.env;
    const child = spawn(program, ['--norc', '--shell=bash', '--severity=info', '--format=json1', ...names], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? { status: 'missing' } : { status: 'failed', reason: error.message }));
    child.on('close', (code) => resolve(readResult(output, errors, code)));
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
