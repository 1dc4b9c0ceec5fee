import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prelude, withEnd } from './prelude.ts';
import { runCode } from './run-code.ts';
import type { CodeEnd, CodeToRun, RunningCode } from './run-code.ts';

/** A piece as the shell gets it. */
export interface ShellTask {
  readonly code: string;
  /** Line of the runbook (from 1) where the code begins: the shell's own messages count from here. */
  readonly line: number;
  readonly errexit: boolean;
  readonly cwd: string | null;
  readonly exports: Readonly<Record<string, string>>;
  readonly interpreter: string | null;
  readonly terminal: boolean;
  readonly onOutput: CodeToRun['onOutput'];
}

/** How a piece ended in the shell. */
export interface ShellEnd extends CodeEnd {
  /** Whether the code called `exit` instead of reaching its end; `null` where the shell was killed or replaced. */
  readonly exitCalled: boolean | null;
  /** `name=value` lines that it wrote to `$RUNBOOK_OUTPUT`. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface RunningShell extends Omit<RunningCode, 'ended'> {
  readonly ended: Promise<ShellEnd>;
}

export interface ShellOptions {
  /** Folder of the shell state; made private, removed by `close`. */
  readonly folder: string;
  /** Shown name of the runbook. */
  readonly name: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secretNames: readonly string[];
}

/** One argument of a program may not be longer than this on Linux. */
const LONGEST_ARGUMENT = 120_000;

/** The one shell state of a run: each piece gets a fresh bash that takes over what the one before left. */
export class Shell {
  private readonly options: ShellOptions;
  private count = 0;

  constructor(options: ShellOptions) {
    this.options = options;
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  }

  /** Start a piece. */
  run(task: ShellTask): RunningShell {
    const { folder, secretNames, env, cwd, name } = this.options;
    const id = ++this.count;
    const environment = join(folder, `environment.${id}`);
    const outputs = join(folder, `outputs.${id}`);
    for (const leftover of ['end', 'state.new']) rmSync(join(folder, leftover), { force: true });
    writeFileSync(environment, prelude({ folder, secrets: secretNames, errexit: task.errexit, cwd: task.cwd, exports: task.exports }), { mode: 0o600 });
    writeFileSync(outputs, '', { mode: 0o600 });
    const running = runCode({
      shell: 'bash',
      code: this.script(task, id),
      name,
      cwd,
      env: { ...env, BASH_ENV: environment, RUNBOOK_OUTPUT: outputs },
      terminal: task.terminal,
      onOutput: task.onOutput,
    });
    const ended = running.ended.then((end) => {
      const finished = { ...end, exitCalled: this.takeState(), outputs: readOutputs(outputs) };
      for (const path of [environment, outputs]) rmSync(path, { force: true });
      return finished;
    });
    return { ...running, ended };
  }

  /** The EXIT trap that a piece left for the end of the run, or `null`. */
  exitTrap(): string | null {
    const path = join(this.options.folder, 'exit-trap');
    if (!existsSync(path)) return null;
    const code = readFileSync(path, 'utf8');
    rmSync(path, { force: true });
    return code.trimEnd();
  }

  /** Remove the state: it may hold what nobody else should read. */
  close(): void {
    rmSync(this.options.folder, { recursive: true, force: true });
  }

  private script(task: ShellTask, id: number): string {
    const code = task.interpreter === null ? task.code : this.interpreted(task.code, task.interpreter, id);
    const script = '\n'.repeat(Math.max(0, task.line - 1)) + withEnd(code);
    if (script.length < LONGEST_ARGUMENT) return script;
    const path = join(this.options.folder, `script.${id}`);
    writeFileSync(path, script, { mode: 0o600 });
    return `. '${path.replaceAll("'", String.raw`'\''`)}'`;
  }

  private interpreted(code: string, interpreter: string, id: number): string {
    const path = join(this.options.folder, `script.${id}`);
    writeFileSync(path, code, { mode: 0o600 });
    return `${interpreter} '${path.replaceAll("'", String.raw`'\''`)}'`;
  }

  private takeState(): boolean | null {
    const end = join(this.options.folder, 'end');
    if (!existsSync(end)) return null;
    const exitCalled = readFileSync(end, 'utf8').trim() === 'exited';
    renameSync(join(this.options.folder, 'state.new'), join(this.options.folder, 'state'));
    return exitCalled;
  }
}

function readOutputs(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, 'utf8').split('\n');
  const pairs = lines.map((line) => /^([A-Za-z][\w.-]*)=(.*)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
