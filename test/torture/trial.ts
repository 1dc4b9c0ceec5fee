import { spawn as spawnProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn as spawnTerminal } from '@lydell/node-pty';

/** One thing that is tried; resolves with what is wrong, a line each. */
export interface Trial {
  readonly name: string;
  readonly run: () => Promise<readonly string[]>;
}

/** A part of the torture: what it tries, told as it goes. */
export interface Section {
  readonly name: string;
  readonly trials: readonly Trial[];
  /** How many of them at a time, where they mostly wait. */
  readonly together?: number;
}

const CLI = resolve('dist/cli.js');

/** A folder that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-torture-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export interface Call {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

function environment({ cwd, env }: Call): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'C.UTF-8', USER: 'tester', XDG_STATE_HOME: join(cwd, 'state'), XDG_CACHE_HOME: join(cwd, 'cache'), GIT_CONFIG_NOSYSTEM: '1', ...env };
}

/** What the built program says, both streams, to its end. */
export async function said(args: readonly string[], call: Call): Promise<string> {
  const child = spawnProcess(process.execPath, [CLI, ...args], { cwd: call.cwd, env: environment(call), stdio: ['pipe', 'pipe', 'pipe'] });
  // It may end without reading.
  child.stdin.on('error', () => undefined).end(call.input ?? '');
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((done) => child.once('close', done));
  return Buffer.concat(chunks).toString('utf8');
}

/** What the built program writes to a terminal while these keys are pressed, one after the other as it falls silent. */
export async function typed(args: readonly string[], keys: readonly string[], call: Call): Promise<string> {
  const pty = spawnTerminal(process.execPath, [CLI, ...args], { cols: 100, rows: 40, cwd: call.cwd, env: { ...environment(call), TERM: 'xterm-256color' } });
  let text = '';
  let ended = false;
  pty.onData((data) => (text += data));
  pty.onExit(() => (ended = true));
  for (const key of [...keys, '']) {
    for (let length = -1; !ended && length !== text.length; ) {
      length = text.length;
      await new Promise((done) => setTimeout(done, 700));
    }
    if (!ended && key !== '') pty.write(key);
  }
  if (!ended) pty.kill('SIGKILL');
  return text;
}

/** All that stands in the files below a folder, their names too. */
export function everythingIn(folder: string): string {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => (statSync(join(folder, name)).isFile() ? `${name}\n${readFileSync(join(folder, name), 'utf8')}` : name)).join('\n');
}

export function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** So many at a time. */
const TOGETHER = 3;

/** So many per cent of a section's trials, evenly taken. */
export function share({ trials, ...rest }: Section, percent: number): Section {
  return { ...rest, trials: trials.filter((_, index) => Math.floor(((index + 1) * percent) / 100) > Math.floor((index * percent) / 100)) };
}

/** The trials of a section whose name has these words in it. */
export function named({ trials, ...rest }: Section, words: string): Section {
  return { ...rest, trials: trials.filter((trial) => trial.name.includes(words)) };
}

/** Runs a section and tells how it went; returns how much is wrong. */
export async function runSection({ name, trials, together = TOGETHER }: Section): Promise<number> {
  let wrong = 0;
  const left = [...trials];
  const work = async (): Promise<void> => {
    for (let trial = left.shift(); trial !== undefined; trial = left.shift()) {
      const found = await trial.run();
      wrong += found.length;
      for (const line of found) process.stdout.write(`${name}: ${trial.name}: ${line}\n`);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  process.stdout.write(`${name}: ${trials.length} tried, ${wrong} wrong\n`);
  return wrong;
}
