import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { lchownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, TestRunner } from 'vitest';
import { whenDone } from './at-once.ts';

/** The built program. */
export const CLI = resolve('dist/cli.js');

/** Compiled code of the program, kept from test to test: each home of its own would begin with none. */
export const CODE = join(tmpdir(), `runbook-test-code-${process.getuid?.() ?? 0}`);

/** What a finished program left. */
export interface Outcome {
  /** Exit status, or the name of the signal that ended it. */
  readonly status: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An environment that nothing of the tester's own leaks into: a state folder of the test's own, no colour, no terminal. */
export function cleanEnvironment(): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), 'runbook-home-'));
  whenDone(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const { PATH = '' } = process.env;
  return { PATH, HOME: home, XDG_STATE_HOME: join(home, 'state'), XDG_CACHE_HOME: join(home, 'cache'), NODE_COMPILE_CACHE: CODE, LANG: 'C.UTF-8', NO_COLOR: '1', GIT_CONFIG_NOSYSTEM: '1', USER: 'tester', LOGNAME: 'tester' };
}

/** A call of the built program, told as a sentence: `await runbook('show', 'x.md').in(folder).expect({ status: 0 })`. */
export class Call {
  protected readonly args: readonly string[];
  protected cwd = process.cwd();
  private environment: Record<string, string | undefined> = cleanEnvironment();
  protected input: string | null = null;
  private nodeArgs: readonly string[] = [];
  private user = false;

  constructor(args: readonly string[]) {
    this.args = args;
  }

  in(folder: { readonly path: string } | string): this {
    this.cwd = typeof folder === 'string' ? folder : folder.path;
    return this;
  }

  /** Variables beside (or, as `undefined`, taken from) the clean environment. */
  withEnv(environment: Readonly<Record<string, string | undefined>>): this {
    this.environment = { ...this.environment, ...environment };
    return this;
  }

  stdin(text: string): this {
    this.input = text;
    return this;
  }

  /** Options of node itself, e.g. `--max-old-space-size`. */
  withNode(...args: readonly string[]): this {
    this.nodeArgs = args;
    return this;
  }

  /** As somebody whom file modes bind: root is nobody then, and the folders that it is given are nobody's. Skips the test where that cannot be. */
  asUser(): this {
    this.user = process.getuid?.() === 0;
    return this;
  }

  /** Start it and hand over the process, for tests that send signals. */
  start(): ChildProcess {
    const env = this.env();
    const [program = '', ...rest] = [...(this.user ? asNobody(this.cwd, env['HOME'] ?? this.cwd) : []), process.execPath, ...this.nodeArgs, CLI, ...this.args];
    const child = spawn(program, rest, { cwd: this.cwd, env, stdio: [this.input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
    if (this.input !== null) child.stdin?.end(this.input);
    return child;
  }

  protected env(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /** Run to the end. */
  async finish(): Promise<Outcome> {
    return outcomeOf(this.start());
  }

  /** Run to the end and compare what is given: text exactly, or by a regular expression. */
  async expect(wanted: { readonly status?: number; readonly stdout?: string | RegExp; readonly stderr?: string | RegExp }): Promise<Outcome> {
    const outcome = await this.finish();
    const story = `runbook ${this.args.join(' ')}\n--- stdout\n${outcome.stdout}\n--- stderr\n${outcome.stderr}`;
    if (wanted.status !== undefined) expect(outcome.status, story).toBe(wanted.status);
    compare(outcome.stdout, wanted.stdout, story);
    compare(outcome.stderr, wanted.stderr, story);
    return outcome;
  }
}

const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** What goes before a command that nobody is to run. */
function asNobody(...folders: readonly string[]): readonly string[] {
  const [program = '', ...rest] = NOBODY;
  for (const folder of folders) for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) lchownSync(join(folder, name), 65534, 65534);
  if (spawnSync(program, [...rest, process.execPath, CLI, '--version'], { cwd: folders[0] }).status !== 0) TestRunner.getCurrentTest()?.context.skip('nobody may not run the program here');
  return NOBODY;
}

/** A call of the built program. */
export function runbook(...args: readonly string[]): Call {
  return new Call(args);
}

/** What a started program leaves when it ends. */
export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const text = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  const status = await new Promise<number | string | null>((done, fail) => child.on('error', fail).on('close', (code, signal) => done(code ?? signal)));
  return { status, ...text };
}

/** Resolves when what a stream says matches; rejects when it ends before. */
export async function said(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((done, fail) => {
    stream.on('data', (chunk: Buffer | string) => {
      text += String(chunk);
      if (pattern.test(text)) done(text);
    });
    stream.on('close', () => fail(new Error(`ended without ${pattern}:\n${text}`)));
  });
}

function compare(actual: string, wanted: string | RegExp | undefined, story: string): void {
  if (wanted === undefined) return;
  if (typeof wanted === 'string') expect(actual, story).toBe(wanted);
  else expect(actual, story).toMatch(wanted);
}
