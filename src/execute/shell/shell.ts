import { mkdirSync, readFileSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../process/index.ts';
import { quoteWord } from '../../shell-syntax/index.ts';
import { END_MARK, preludeText } from './prelude.ts';
import { type CodeEnd, type RunningCode, startCode } from '../process/index.ts';
import { binary, freshState, fromBinary, isVerbose, readDump, restoreText, type ShellState } from './shell-state.ts';

/** A piece as the shell gets it. */
export interface ShellTask {
  readonly code: string;
  readonly errexit: boolean;
  /** A folder for this piece alone. */
  readonly cwd: string | null;
  /** Variables for it, beside the run's environment. */
  readonly exports: Readonly<Record<string, string>>;
  /** A program that runs the code instead of bash, e.g. `python3`. */
  readonly interpreter: string | null;
  /** On the operator's terminal, with its keys. */
  readonly terminal: boolean;
  /** Goes on beside other pieces: what it leaves is not kept. */
  readonly background: boolean;
  /** A promise holds back the rest of the output until it is done. */
  readonly onOutput: (stream: 'stdout' | 'stderr', chunk: Buffer) => void | Promise<void>;
}

/** How a piece ended in the shell. */
export interface ShellEnd extends CodeEnd {
  /** The code called `exit`, or replaced its shell: nothing of its block can come after. */
  readonly exitCalled: boolean;
  /** `name=value` lines that it wrote to `$RUNBOOK_OUTPUT`. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface RunningShell extends Omit<RunningCode, 'ended'> {
  readonly ended: Promise<ShellEnd>;
}

export interface ShellOptions {
  /** Folder of the shell's files; made private, removed by `remove`. */
  readonly folder: string;
  /** Shown name of the runbook. */
  readonly name: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isSecret: (name: string) => boolean;
  /** Told of the values of variables that must not be shown. */
  readonly onSecret: (value: string) => void;
  /** Where a piece's shell writes its process id. */
  readonly pid: string;
  /** Whether bash may be 3.2, as that of macOS is. */
  readonly oldBash: boolean;
}

interface Left {
  readonly state: ShellState;
  readonly secrets: Readonly<Record<string, string>>;
}

/** One argument of a program may not be longer than this on Linux. */
const LONGEST_ARGUMENT = 120_000;

/** The one shell state of a run: each piece gets a fresh bash that takes over what the last completed one left. */
export class Shell {
  private readonly options: ShellOptions;
  private readonly base: Readonly<Record<string, string>>;
  private current: ShellState;
  /** Kept in memory only. */
  private secrets: Readonly<Record<string, string>> = {};
  private left: Left | null = null;
  private count = 0;
  private readonly bash: string;
  private readonly written = new Map<string, string>();

  constructor(options: ShellOptions, state: ShellState) {
    this.options = options;
    this.current = state;
    // Looked for once, and not for each piece.
    this.bash = findProgram('bash', options.env['PATH'] ?? '') ?? 'bash';
    this.base = Object.fromEntries(Object.entries(options.env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'BASH_ENV'));
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  }

  get state(): ShellState {
    return this.current;
  }

  /** Starts a piece. @throws what the file system says where its files cannot be written. */
  run(task: ShellTask): RunningShell {
    const scratch = join(this.options.folder, task.background ? `background-${++this.count}` : 'piece');
    mkdirSync(scratch, { recursive: true, mode: 0o700 });
    // Made by us, so that nobody else can read them.
    for (const name of ['next', 'output']) writeFileSync(join(scratch, name), '', { mode: 0o600 });
    if (!task.background) writeFileSync(this.options.pid, '', { mode: 0o600 });
    this.writePrelude(scratch, task);
    const environment = { ...this.base, ...task.exports, RUNBOOK_OUTPUT: join(scratch, 'output'), BASH_ENV: join(scratch, 'prelude'), ...this.secretEnvironment() };
    const { terminal, onOutput } = task;
    const running = startCode({ file: this.bash, args: ['-c', this.script(scratch, task), this.options.name], environment, terminal, onOutput });
    return { ...running, ended: running.ended.then((end) => this.end(task, scratch, environment, end)) };
  }

  /** Makes what the last piece left the state for the next: not called for one that was cut off. */
  keep(): void {
    if (this.left !== null) ({ state: this.current, secrets: this.secrets } = this.left);
    this.left = null;
  }

  /** Takes the EXIT trap that pieces left for the end of the run; `''` for none. */
  takeExitTrap(): string {
    const { exitTrap } = this.current;
    this.current = { ...this.current, exitTrap: '' };
    return fromBinary(exitTrap);
  }

  /** Removes everything that it stored. */
  remove(): void {
    rmSync(this.options.folder, { recursive: true, force: true });
  }

  private secretEnvironment(): Readonly<Record<string, string>> {
    const declarations = Object.values(this.secrets);
    return declarations.length === 0 ? {} : { __RUNBOOK_SECRETS: fromBinary(declarations.join('\n')) };
  }

  private writePrelude(scratch: string, task: ShellTask): void {
    const { current, options } = this;
    const prelude = preludeText({
      folder: binary(scratch),
      directory: task.cwd === null ? current.directory : binary(task.cwd),
      exitTrap: current.exitTrap,
      errexit: task.errexit,
      verbose: isVerbose(current),
      saves: task.interpreter === null,
      marksEnd: options.oldBash,
      pid: task.background ? null : binary(options.pid),
      bashEnv: options.env['BASH_ENV'] === undefined ? null : binary(options.env['BASH_ENV']),
    });
    this.write(join(scratch, 'prelude'), prelude);
    this.write(join(scratch, 'restore'), restoreText(current));
  }

  /** Most pieces leave most as it was. */
  private write(path: string, text: string): void {
    if (this.written.get(path) === text) return;
    writeFileSync(path, Buffer.from(text, 'latin1'), { mode: 0o600 });
    this.written.set(path, text);
  }

  private script(scratch: string, { code, interpreter }: ShellTask): string {
    const { oldBash } = this.options;
    // An open heredoc would swallow the mark.
    const inFile = interpreter !== null || Buffer.byteLength(code) >= LONGEST_ARGUMENT || (oldBash && /<<|\\$/.test(code));
    const file = join(scratch, 'code');
    if (inFile) writeFileSync(file, code, { mode: 0o600 });
    if (interpreter !== null) return `exec ${interpreter} ${quoteWord(file)}`;
    const script = inFile ? `. ${quoteWord(file)}` : code;
    return oldBash ? `${script}\n${END_MARK}` : script;
  }

  private end(task: ShellTask, scratch: string, environment: Readonly<Record<string, string>>, end: CodeEnd): ShellEnd {
    const dump = task.interpreter === null ? readDump(readBinary(join(scratch, 'next')), { environment, isSecret: this.options.isSecret }) : null;
    const outputs = readOutputs(join(scratch, 'output'));
    // What it left may hold secrets.
    if (task.background) rmSync(scratch, { recursive: true, force: true });
    else for (const path of [join(scratch, 'next'), this.options.pid]) remove(path);
    for (const value of dump?.secretValues ?? []) this.options.onSecret(value);
    const replaced = dump === null && task.interpreter === null && end.exitCode === 0;
    if (!task.background) this.left = dump === null ? null : { state: { ...dump.state, directory: this.directoryAfter(task, dump.state) }, secrets: dump.secrets };
    return { ...end, exitCalled: (dump?.exited ?? false) || replaced, outputs };
  }

  /** A pinned folder is for its piece alone. */
  private directoryAfter({ cwd }: ShellTask, { directory }: ShellState): string {
    return cwd !== null && directory === binary(cwd) ? this.current.directory : directory;
  }
}

/** The state in which a run's first piece starts: the folder as the operator's own shell calls it, links and all. */
export function firstState(cwd: string, env: Readonly<Record<string, string | undefined>>): ShellState {
  const named = env['PWD'];
  return freshState(named !== undefined && named !== cwd && realPath(named) === realPath(cwd) ? named : cwd);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone.
  }
}

function readBinary(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function readOutputs(path: string): Record<string, string> {
  const lines = fromBinary(readBinary(path)).split(/\r?\n/);
  const pairs = lines.map((line) => /^([A-Za-z_][\w.-]*)=(.*)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
