import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { CLI, type Workspace } from '../e2e/helpers/index.ts';

/** Runs the lines of a job by bash, as the runners of forges call it. */
export async function bash(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<{ readonly status: number | null; readonly log: string }> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  return { status, log };
}

/** A folder with an `npx` that runs the built program in place of the package. */
export function npx(folder: Workspace): string {
  folder.write('bin/npx', `#!/bin/sh\n[ "$1" = --yes ] || exit 90\nshift 2\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  chmodSync(folder.at('bin/npx'), 0o755);
  return folder.at('bin');
}
