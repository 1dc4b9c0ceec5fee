import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessage } from '../model/index.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

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

/** It is not installed, or it did not do its work, with the reason in words. */
export type ShellcheckFailure = { readonly status: 'missing' } | { readonly status: 'failed'; readonly reason: string };
/** One list of comments per script, in the order given. */
type ShellcheckAnswer = { readonly status: 'checked'; readonly comments: readonly (readonly ShellcheckComment[])[] } | ShellcheckFailure;

type Output = { readonly status: 'checked'; readonly comments: readonly (ShellcheckComment & { readonly file: string })[] } | ShellcheckFailure;

/** A limit, since a stranger's script can keep shellcheck busy for hours. */
const LONGEST_MS = 60_000;
const MORE_MS_A_SCRIPT = 1000;

/** Check scripts in one process of the `shellcheck` program. */
export async function checkTogether(program: string, scripts: readonly string[]): Promise<ShellcheckAnswer> {
  try {
    return await inTemporaryFolder('runbook-shellcheck-', async (folder) => {
      // At once: whoever adds scripts is busy reading, and each wait for the system would be one for a turn of the loop.
      for (const [index, script] of scripts.entries()) writeFileSync(join(folder, `${index}`), script, { mode: 0o600 });
      const output = await runOnce(program, [...scripts.keys()].map(String), folder);
      if (output.status !== 'checked') return output;
      const comments = scripts.map((): ShellcheckComment[] => []);
      for (const { file, ...comment } of output.comments) comments[Number(file)]?.push(comment);
      return { status: 'checked', comments };
    });
  } catch (error) {
    return { status: 'failed', reason: errorMessage(error) };
  }
}

function runOnce(program: string, names: readonly string[], cwd: string): Promise<Output> {
  return new Promise((resolve) => {
    // The user's own ~/.shellcheckrc and SHELLCHECK_OPTS would make findings differ between machines.
    const { SHELLCHECK_OPTS: _ours, ...env } = process.env;
    const timeout = LONGEST_MS + names.length * MORE_MS_A_SCRIPT;
    const child = spawn(program, ['--norc', '--shell=bash', '--severity=info', '--format=json1', ...names], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL' });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? { status: 'missing' } : { status: 'failed', reason: error.message }));
    child.on('close', (code, signal) => resolve(signal === 'SIGKILL' ? { status: 'failed', reason: `it was not done after ${timeout / 1000} s` } : readOutput(output, errors, code)));
  });
}

/** Status 0 is clean, 1 is findings; anything else means that something was not checked. */
function readOutput(output: string, errors: string, code: number | null): Output {
  try {
    const { comments } = JSON.parse(output) as { readonly comments: readonly (ShellcheckComment & { readonly file: string })[] };
    if (code === 0 || code === 1) return { status: 'checked', comments };
  } catch {
    // Said below.
  }
  return { status: 'failed', reason: errors.trim().split('\n')[0] || `it ended with status ${code ?? 'unknown'}` };
}
