import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, isSystemError } from '../../model/index.ts';
import { JournalError, makeFolders } from '../../state/index.ts';
import { quoteWord } from '../../shell-syntax/index.ts';
import { type CodeEnd, findProgram, type RunningCode, startCode } from '../process/index.ts';
import { shellEnvironment, whyNotTakenOver } from './environment.ts';
import { HeldState } from './held-state.ts';
import { readLeft, removeLeft } from './left-behind.ts';
import { END_MARK, guardText, preludeText } from './prelude.ts';
import { binary, fromBinary, isVerbose, namesText, type ShellState, valuesText } from './shell-state.ts';
import { DUMP_END, EXIT_TRAP, readDump, type Secrecy } from './shell-dump.ts';
import type { ShellTask } from './shell-task.ts';
import { memoryFolder } from './memory-folder.ts';
import { MOST_OUTPUT, readOutputs } from './outputs.ts';

/** How a piece ended in the shell. */
export interface ShellEnd extends CodeEnd {
  /** The code called `exit` or replaced its shell, so the rest of its block cannot run. */
  readonly exitCalled: boolean;
  /** The `name=value` lines that it wrote to `$RUNBOOK_OUTPUT`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Why the next piece cannot continue from this one although it ran; `null` if it can. */
  readonly lost: string | null;
  /** Warnings about things that it left and that were not read. */
  readonly warnings: readonly string[];
  /** Why nobody knows how far it got, such as a lost connection; `null` if it ended. */
  readonly cutOff: string | null;
}

/** A piece that is running. */
export interface RunningShell extends Omit<RunningCode, 'ended' | 'input'> {
  readonly ended: Promise<ShellEnd>;
}

interface ShellOptions {
  /** Private folder of the shell's files; `remove` deletes it. */
  readonly folder: string;
  /** Shown name of the runbook. */
  readonly name: string;
  readonly env: Environment;
  readonly secrecy: Secrecy;
  /** The file to which a piece's shell writes its process id. */
  readonly pid: string;
  /** Whether bash may be 3.2, as on macOS. */
  readonly oldBash: boolean;
}

/** The longest argument of a program on Linux. */
const LONGEST_ARGUMENT = 120_000;
/** The largest state that is taken over, in bytes. */
export const MOST_STATE = 64_000_000;

/** A shell that becomes another program: an `exec` with more than redirections. */
const REPLACES = /(?:^|[;&|(){}!\n]|\b(?:then|else|do|if|elif|while|until|time)[ \t])[ \t]*(?:\w+=\S*[ \t]+|(?:builtin|command)[ \t]+)*exec[ \t]+(?![ \t]|#|[;&|]|(?:\d+|\{\w+\})?[<>])/;

/** The files of one piece, and the word by which its shell proves that it took the state over. */
interface Scratch {
  readonly folder: string;
  readonly proof: string;
  readonly ready: string;
  readonly output: string;
}

/** A shell that pieces share: the one here, or that of another place. */
export interface PieceShell {
  readonly state: ShellState;
  /** Starts a piece. @throws JournalError where its files cannot be written. */
  run(task: ShellTask): RunningShell;
  /** Makes what the last piece left the state for the next: not called for one that was cut off. */
  keep(): void;
  /** Takes variables out of the state: their values are given by the operator. */
  forget(names: readonly string[]): void;
  /** Takes the EXIT trap that pieces left for the end of the run; `''` for none. */
  takeExitTrap(): string;
}

/** The shell of a run on this machine: each piece gets a fresh bash that takes over the state of the last completed one. */
export class Shell implements PieceShell {
  private readonly options: ShellOptions;
  private readonly base: Readonly<Record<string, string>>;
  private readonly held: HeldState;
  private count = 0;
  private readonly bash: string;
  /** Folder for the files that steps hand to us. */
  private memory: string | null = null;

  constructor(options: ShellOptions, state: ShellState) {
    this.options = options;
    this.held = new HeldState(state);
    // Looked up once, not for each piece.
    this.bash = findProgram('bash', options.env['PATH'] ?? '') ?? 'bash';
    this.base = shellEnvironment(options.env);
    makeFolders(options.folder, 0o700);
  }

  get state(): ShellState {
    return this.held.current;
  }

  /** Starts a piece. @throws JournalError where its files cannot be written. */
  run(task: ShellTask): RunningShell {
    const { scratch, script } = this.prepare(task);
    const environment = { ...this.base, ...task.exports, RUNBOOK_OUTPUT: scratch.output, BASH_ENV: join(scratch.folder, 'prelude'), ...this.secretEnvironment() };
    const { terminal, onOutput } = task;
    const running = startCode({ file: this.bash, args: ['-c', script, this.options.name], environment, terminal, onOutput, handover: { most: MOST_STATE, ending: DUMP_END } });
    return { ...running, ended: running.ended.then((end) => this.end(task, scratch, environment, end)) };
  }

  /** Makes what the last piece left the state for the next: not called for one that was cut off. */
  keep(): void {
    this.held.keep();
  }

  forget(names: readonly string[]): void {
    this.held.forget(names);
  }

  /** Takes the EXIT trap that pieces left for the end of the run; `''` for none. */
  takeExitTrap(): string {
    return this.held.takeExitTrap();
  }

  /** Removes everything that it has stored. */
  remove(): void {
    rmSync(this.options.folder, { recursive: true, force: true });
    this.release();
  }

  /** Removes what must not outlive the process. */
  release(): void {
    if (this.memory !== null) removeLeft(this.memory);
    this.memory = null;
  }

  private prepare(task: ShellTask): { readonly scratch: Scratch; readonly script: string } {
    try {
      const scratch = this.makeScratch(task);
      if (!task.background) removeLeft(this.options.pid);
      this.writePrelude(scratch, task);
      return { scratch, script: this.script(scratch, task) };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new JournalError(this.options.folder, error);
    }
  }

  /** Makes a folder that nobody else can read, without anything that the piece before may have put there. */
  private makeScratch(task: ShellTask): Scratch {
    const folder = join(this.options.folder, task.background ? `background-${++this.count}` : 'piece');
    removeLeft(folder);
    makeFolders(folder, 0o700);
    const proof = randomBytes(8).toString('hex');
    // It may hold secrets.
    this.memory ??= memoryFolder(this.options.env) ?? folder;
    makeFolders(this.memory, 0o700);
    const output = join(this.memory, `output-${proof}`);
    writeFileSync(output, '', { mode: 0o600, flag: 'wx' });
    // As long as what the shell writes in its place: a disk that is full by then has room for it.
    const ready = join(folder, `ready-${proof}`);
    writeFileSync(ready, '-'.repeat(proof.length), { mode: 0o600, flag: 'wx' });
    return { folder, proof, output, ready };
  }

  private secretEnvironment(): Readonly<Record<string, string>> {
    const { [EXIT_TRAP]: trap, ...others } = this.held.secrets;
    const declared = Object.values(others);
    return { ...(declared.length === 0 ? {} : { __RUNBOOK_SECRETS: fromBinary(declared.join('\n')) }), ...(trap === undefined ? {} : { __RUNBOOK_TRAP: fromBinary(trap) }) };
  }

  private writePrelude({ folder, proof, ready }: Scratch, task: ShellTask): void {
    const { options, held: { current } } = this;
    const [values, names] = [join(folder, 'values'), join(folder, 'names')];
    const prelude = preludeText({
      values: binary(values),
      names: binary(names),
      proof,
      ready: binary(ready),
      directory: task.cwd === null ? current.directory : binary(task.cwd),
      exitTrap: EXIT_TRAP in this.held.secrets ? null : current.exitTrap,
      errexit: task.errexit,
      pipefail: task.pipefail,
      verbose: isVerbose(current),
      saves: task.interpreter === null,
      marksEnd: options.oldBash,
      pid: task.background ? null : binary(options.pid),
      bashEnv: options.env['BASH_ENV'] === undefined ? null : binary(options.env['BASH_ENV']),
    });
    write(join(folder, 'prelude'), prelude);
    write(values, valuesText(current, proof));
    // A block of another program has no use for them, and a function could override `exec`.
    write(names, task.interpreter === null ? namesText(current) : '');
  }

  private script({ folder, proof }: Scratch, { code, interpreter }: ShellTask): string {
    const { oldBash } = this.options;
    // An unfinished heredoc would swallow the mark.
    const inFile = interpreter !== null || Buffer.byteLength(code) >= LONGEST_ARGUMENT || (oldBash && /<<|\\$/.test(code));
    const file = join(folder, 'code');
    if (inFile) writeFileSync(file, code, { mode: 0o600 });
    if (interpreter !== null) return `${guardText(proof)}exec ${interpreter} ${quoteWord(file)}`;
    const script = `${guardText(proof)}${inFile ? `. ${quoteWord(file)}` : code}`;
    return oldBash ? `${script}\n${END_MARK}` : script;
  }

  private end(task: ShellTask, scratch: Scratch, environment: Readonly<Record<string, string>>, end: CodeEnd): ShellEnd {
    // A step that removed our folder has run all the same: its state is lost, and that is reported instead.
    const started = readLeft(scratch.ready, scratch.proof.length).text === scratch.proof || !existsSync(scratch.folder);
    const output = readLeft(scratch.output, MOST_OUTPUT);
    const dump = task.interpreter === null ? readDump(end.handedOver.bytes.toString('latin1'), environment, this.options.secrecy) : null;
    // It may contain secrets.
    if (task.background) removeLeft(scratch.folder);
    else removeLeft(this.options.pid);
    removeLeft(scratch.output);
    if (end.failure === null && !started) return { ...end, failure: end.signal === null ? whyNotTakenOver(environment, task.cwd ?? fromBinary(this.held.current.directory)) : null, exitCalled: false, outputs: {}, lost: null, warnings: [], cutOff: null };
    const replaced = dump === null && task.interpreter === null && REPLACES.test(task.code);
    if (!task.background) this.held.leave(task, dump, (state) => this.directoryAfter(task, state));
    return {
      ...end,
      exitCalled: (dump?.exited ?? false) || (replaced && end.exitCode === 0),
      outputs: readOutputs(output.text),
      lost: dump === null && task.interpreter === null && !task.background && !replaced ? `its shell did not hand over its state${end.handedOver.tooLong ? `: it has more than ${MOST_STATE} bytes` : ''}` : null,
      warnings: output.problem === null ? [] : [`what the step wrote to $RUNBOOK_OUTPUT was not read: ${output.problem}`],
      cutOff: null,
    };
  }

  /** A pinned folder applies to its piece only. */
  private directoryAfter({ cwd }: ShellTask, { directory }: ShellState): string {
    return cwd !== null && directory === binary(cwd) ? this.held.current.directory : directory;
  }
}

function write(path: string, text: string): void {
  writeFileSync(path, Buffer.from(text, 'latin1'), { mode: 0o600, flag: 'wx' });
}
