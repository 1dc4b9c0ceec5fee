import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = join(import.meta.dirname, '../../fixtures/cloud');

/** What a call printed and how it ended. */
export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A simulated cloud of its own in a temp folder. */
export interface Cloud {
  readonly folder: string;
  /** Runs one of the simulators, `env` on top of the environment. */
  readonly call: (program: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Answer;
  /** As typed in a shell: `heroku ps -a raxx-api-prod`; words are split at blanks. */
  readonly type: (line: string) => Answer;
  /** The calls made since the reset, as typed. */
  readonly calls: () => readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/** A new cloud, reset with these words (`--fail slow-dyno`). */
export function newCloud(...reset: readonly string[]): Cloud {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-cloud-'));
  const env = { PATH: `${PROGRAMS}:${process.env['PATH'] ?? ''}`, RUNBOOK_CLOUD_STATE: folder };
  const call: Cloud['call'] = (program, args, more = {}) => {
    const { status, stdout, stderr } = spawnSync(program, args, { env: { ...env, ...more }, encoding: 'utf8', timeout: 20_000 });
    return { status, stdout, stderr };
  };
  const type: Cloud['type'] = (line) => {
    const [program = '', ...args] = line.split(' ');
    return call(program, args);
  };
  const answer = call('cloud-reset', reset);
  if (answer.status !== 0) throw new Error(answer.stderr);
  return {
    folder,
    call,
    type,
    calls: () => readFileSync(join(folder, 'calls.log'), 'utf8').trimEnd().split('\n'),
    env,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
