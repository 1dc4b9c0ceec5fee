import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** One comparison: our time by a peer's, against the limit. */
export interface LintMeasure {
  readonly name: string;
  readonly ourMs: number;
  readonly peerMs: number;
  readonly ratio: number;
  readonly limit: number;
}

const bin = (name: string) => resolve('node_modules/.bin', name);
const CLI = resolve('dist/cli.js');

/** Lint speed over a folder of Markdown, side by side with the peers. Copies of it make up `files` files or more. */
export function measureLint(folder: string, files = 1000, runs = 5): readonly LintMeasure[] {
  const tree = mkdtempSync(join(tmpdir(), 'runbook-bench-'));
  try {
    copyUntil(folder, join(tree, 'docs'), files);
    const one = globSync('docs/**/*.md', { cwd: tree })[0] ?? '';
    const env = { ...process.env, XDG_CACHE_HOME: join(tree, 'cache'), NODE_COMPILE_CACHE: join(tree, 'compiled') };
    const time = (command: string, ...args: readonly string[]) => best(runs, command, args, tree, env);
    const lint = (...args: readonly string[]) => time(process.execPath, CLI, 'lint', '--no-shellcheck', ...args);
    const measure = (name: string, limit: number, ourMs: number, peerMs: number) => ({ name, ourMs, peerMs, ratio: ourMs / peerMs, limit });
    return [
      measure('cold, by markdownlint-cli2', 0.5, lint('--no-cache', 'docs'), time(process.execPath, bin('markdownlint-cli2'), 'docs/**/*.md')),
      measure('warm, by rumdl', 2, lint('docs'), time(bin('rumdl'), 'check', 'docs')),
      measure('one file, by a bare node', 4, lint('--no-cache', one), time(process.execPath, '-e', '0')),
    ];
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function copyUntil(folder: string, target: string, files: number): void {
  const count = globSync('**/*.md', { cwd: folder }).length;
  if (count === 0) throw new Error(`no Markdown in ${folder}`);
  mkdirSync(target, { recursive: true });
  for (let copies = 0; copies * count < files; copies++) cpSync(folder, join(target, String(copies)), { recursive: true });
}

/** The best of some runs after one to warm up, in milliseconds: what the machine does besides only adds. */
function best(runs: number, command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): number {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    const { status, error } = spawnSync(command, args, { cwd, env, stdio: 'ignore' });
    if (error !== undefined || status === null || status > 1) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `status ${status}`}`);
    return performance.now() - start;
  });
  return Math.min(...times.slice(1));
}
