import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a program left. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** Where and with what a program runs. */
export interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a program to its end; one that cannot start has status `null`. */
export function runProgram(program: string, args: readonly string[], { cwd, env }: Place): Ran {
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'pipe'] });
  return { status, stdout: stdout ?? '', stderr: error === undefined ? (stderr ?? '') : error.message, durationMs: performance.now() - began };
}

/** An environment with these folders before the system's own programs, and a home of its own. */
export function environment(home: string, folders: readonly string[]): Readonly<Record<string, string>> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^(?:npm_|NODE_OPTIONS$|NODE_PATH$|NODE_COMPILE_CACHE$|XDG_|RUNBOOK_)/i.test(entry[0])));
  // npm's own folders of this machine: its cache and settings are those of the user who tests.
  const npm = process.env['HOME'] === undefined ? {} : { npm_config_cache: join(process.env['HOME'], '.npm'), npm_config_userconfig: join(process.env['HOME'], '.npmrc') };
  return { ...inherited, ...npm, HOME: home, NO_COLOR: '1', PATH: [...folders, ...systemPath()].join(delimiter) };
}

/** The path without what `npm run` puts before it: the project's own programs must not be found. */
function systemPath(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]|node-gyp-bin/.test(`${folder}/`));
}

/** The system's own Node where it is older than the program needs. */
export function oldNode(place: Place): string | null {
  const candidates = ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path));
  return candidates.find((path) => Number(runProgram(path, ['-p', 'process.versions.node.split(".")[0]'], place).stdout) < 22) ?? null;
}
