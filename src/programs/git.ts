import { spawn } from 'node:child_process';

/** The result of a git command; a failure is a result too, not an exception. */
export interface GitResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** One line of its error output: the reason of a failure. */
  readonly reason: string;
}

interface GitOptions {
  readonly cwd: string;
  readonly input?: string;
  /** An index file to use instead of the repository's own. */
  readonly index?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds; default 60,000. */
  readonly timeout?: number;
}

/** Variables that git sets inside hooks: they would point every command at that repository. */
const OF_HOOKS: readonly string[] = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_COMMON_DIR', 'GIT_NAMESPACE'];

/** Runs git without a terminal, so that it cannot ask, and in English, so that its messages can be read. */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitResult> {
  const environment: Record<string, string | undefined> = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...options.environment };
  for (const name of OF_HOOKS) delete environment[name];
  if (options.index !== undefined) environment['GIT_INDEX_FILE'] = options.index;
  return new Promise((resolve) => {
    const child = spawn('git', ['--literal-pathspecs', ...args], { cwd: options.cwd, env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill();
    }, options.timeout ?? 60_000);
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    const finish = (ok: boolean, reason: string): void => {
      clearTimeout(timer);
      resolve({ ok, stdout: Buffer.concat(out).toString('utf8'), reason });
    };
    child.on('error', (error) => finish(false, `cannot run git: ${error.message}`));
    child.on('close', (code) => finish(code === 0 && !late, late ? 'git took too long' : lastWords(Buffer.concat(err).toString('utf8'))));
  });
}

/** A git command's output without the final newline, or `null` where it failed. */
export async function gitText(args: readonly string[], options: GitOptions): Promise<string | null> {
  const result = await runGit(args, options);
  return result.ok ? result.stdout.replace(/\n$/, '') : null;
}

/** Git's `user.name` in a folder, or `null`. */
export async function gitUserName(cwd: string): Promise<string | null> {
  const name = await gitText(['config', 'user.name'], { cwd, timeout: 5000 });
  return name === null || name.trim() === '' ? null : name.trim();
}

/** The most telling line: an error or a rejection, else the last one. */
function lastWords(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '' && !SAYS_NOTHING.test(line));
  return (lines.find((line) => /^(?:error|fatal):|^remote: error|rejected/.test(line)) ?? lines.at(-1) ?? '').replace(/^(?:error|fatal|remote): /, '');
}

/** Advice, and what every failed push ends with. */
const SAYS_NOTHING = /^hint:|^error: failed to push some refs/;
