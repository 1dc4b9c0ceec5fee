import { EXIT_TRAP, type ShellDump } from './shell-dump.ts';
import { fromBinary, type ShellState } from './shell-state.ts';
import type { ShellTask } from './shell-task.ts';

/** Holds the state that pieces sharing a shell leave for each other, in whichever place they run. */
export class HeldState {
  current: ShellState;
  /** Secret values, kept in memory only. */
  secrets: Readonly<Record<string, string>> = {};
  /** What the last piece left; `keep` makes it the state. */
  private left: Pick<ShellDump, 'state' | 'secrets'> | null = null;

  constructor(state: ShellState) {
    this.current = state;
  }

  /** Takes what a piece left; `null` if its shell was killed or replaced. */
  leave({ pipefail }: Pick<ShellTask, 'pipefail'>, dump: ShellDump | null, directoryAfter: (state: ShellState) => string): void {
    this.left = dump === null ? null : { state: { ...dump.state, directory: directoryAfter(dump.state), options: pipefail === null ? dump.state.options : withPipefailOf(dump.state.options, this.current.options) }, secrets: dump.secrets };
  }

  /** Makes what the last piece left the state for the next one; not called if the piece was cut off. */
  keep(): void {
    if (this.left !== null) ({ state: this.current, secrets: this.secrets } = this.left);
    this.left = null;
  }

  /** Takes variables out of the state. */
  forget(names: readonly string[]): void {
    if (names.length === 0) return;
    const without = <T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    this.current = { ...this.current, variables: without(this.current.variables), hidden: this.current.hidden.filter((name) => !names.includes(name)) };
    this.secrets = without(this.secrets);
  }

  /** Takes the EXIT trap that pieces left for the end of the run; `''` if there is none. */
  takeExitTrap(): string {
    const { [EXIT_TRAP]: hidden, ...secrets } = this.secrets;
    const exitTrap = hidden ?? this.current.exitTrap;
    this.current = { ...this.current, exitTrap: '' };
    this.secrets = secrets;
    return fromBinary(exitTrap);
  }
}

/** `set -o …` lines, except that pipefail is as before the piece, which had a setting of its own. */
function withPipefailOf(options: string, before: string): string {
  const line = /^set [-+]o pipefail\n/m;
  return options.replace(line, '') + (line.exec(before)?.[0] ?? '');
}
