import { rmSync, writeFileSync } from 'node:fs';
import { type FarPlace, placeWords } from '../../model/index.ts';
import type { CodeEnd } from '../process/index.ts';
import { binary, declarations, EXIT_TRAP, freshState, fromBinary, HeldState, MOST_OUTPUT, type PieceShell, readDump, readOutputs, type RunningShell, type Secrecy, type ShellEnd, type ShellState, type ShellTask } from '../shell/index.ts';
import type { Around } from './connections.ts';
import { pieceText } from './far-side.ts';
import { FarRun, type Told } from './far-run.ts';
import { placeCommand } from './place-command.ts';

interface FarShellOptions {
  readonly place: FarPlace;
  /** Shown name of the runbook. */
  readonly name: string;
  readonly secrecy: Secrecy;
  /** The file for the process id of the connecting program, for whoever resumes the run. */
  readonly pid: string;
  readonly around: () => Around;
  /** The control socket of the run's connection to a host. */
  readonly socket: string;
}

/** The shell state that the pieces of a run share in one other place: kept here in between, and sent along with each piece. */
export class FarShell implements PieceShell {
  private readonly options: FarShellOptions;
  private readonly held: HeldState;

  constructor(options: FarShellOptions, state: ShellState | null) {
    this.options = options;
    this.held = new HeldState(state ?? freshState(''));
  }

  get state(): ShellState {
    return this.held.current;
  }

  run(task: ShellTask): RunningShell {
    const { place, name, pid, around, socket } = this.options;
    const run = new FarRun({ command: placeCommand(place, socket), around: around(), name, text: (nonce) => this.textOf(task, nonce), onOutput: task.onOutput });
    if (!task.background) writeFileSync(pid, String(run.code.pid ?? ''), { mode: 0o600 });
    return { pid: run.code.pid, drained: run.code.drained, stop: () => run.stop(), kill: () => run.code.kill(), ended: run.ended.then(({ code, told }) => this.end(task, code, told)) };
  }

  keep(): void {
    this.held.keep();
  }

  forget(names: readonly string[]): void {
    this.held.forget(names);
  }

  takeExitTrap(): string {
    return this.held.takeExitTrap();
  }

  private textOf({ code, cwd, errexit, pipefail, exports, interpreter }: ShellTask, nonce: string): string {
    const { [EXIT_TRAP]: trap, ...secrets } = this.held.secrets;
    const { current } = this.held;
    const given = Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, binary(value)]));
    return pieceText({ nonce, state: current, secrets: Object.values(secrets), exitTrap: trap ?? current.exitTrap, exports: given, code: binary(code), interpreter, errexit, pipefail, directory: cwd === null ? current.directory : binary(cwd) });
  }

  private end(task: ShellTask, code: CodeEnd, told: Told): ShellEnd {
    const { place, pid } = this.options;
    const where = placeWords(place);
    if (!task.background) rmSync(pid, { force: true });
    const nothing = { ...code, exitCalled: false, outputs: {}, lost: null, warnings: [], cutOff: null };
    if (code.failure !== null) return nothing;
    if (!told.there) return { ...nothing, failure: `${where} could not be reached (${told.trouble ?? `${place.kind} ended with exit status ${code.exitCode ?? 'unknown'}`}); nothing of the step ran there` };
    if (told.end === null) return { ...nothing, exitCode: null, signal: null, cutOff: `the connection to ${where} was lost` };
    const ended = { ...nothing, exitCode: told.end.status, signal: null };
    if (!told.ready) return { ...ended, failure: 'the shell there did not take over the state of the run; nothing of the step ran' };
    return this.conclude(task, ended, told, told.end.outputs);
  }

  private conclude(task: ShellTask, ended: ShellEnd, told: Told, outputs: string): ShellEnd {
    const { secrecy } = this.options;
    const environment = { ...environmentOf(told.environment), ...task.exports };
    const dump = task.interpreter === null && told.state !== null ? readDump(told.state, environment, secrecy) : null;
    const replaced = dump === null && task.interpreter === null && /\bexec\b/.test(task.code);
    if (!task.background) this.held.leave(task, dump, (state) => this.directoryAfter(task, state));
    const tooLong = outputs.length > MOST_OUTPUT;
    return {
      ...ended,
      exitCalled: (dump?.exited ?? false) || (replaced && ended.exitCode === 0),
      outputs: tooLong ? {} : readOutputs(outputs),
      lost: dump === null && task.interpreter === null && !task.background && !replaced ? `the shell of ${placeWords(this.options.place)} did not hand over its state` : null,
      warnings: tooLong ? [`what the step wrote to $RUNBOOK_OUTPUT was not read: it has more than ${MOST_OUTPUT} bytes`] : [],
    };
  }

  /** A pinned folder applies to its piece only. */
  private directoryAfter({ cwd }: ShellTask, { directory }: ShellState): string {
    return cwd === null ? directory : this.held.current.directory;
  }
}

function environmentOf(declared: string): Readonly<Record<string, string>> {
  return Object.fromEntries(declarations(declared).flatMap(({ name, value }) => (value === null ? [] : [[name, fromBinary(value)]])));
}
