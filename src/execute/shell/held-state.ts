import { EXIT_TRAP, type ShellDump } from './shell-dump.ts';
import { fromBinary, type ShellState } from './shell-state.ts';

/** What pieces that share a shell leave for each other: kept between them, whichever place they run in. */
export class HeldState {
  current: ShellState;
  /** Kept in memory only. */
  secrets: Readonly<Record<string, string>> = {};
  /** What the last piece left; taken over by `keep`. */
  left: Pick<ShellDump, 'state' | 'secrets'> | null = null;

  constructor(state: ShellState) {
    this.current = state;
  }

  /** Makes what the last piece left the state for the next: not called for one that was cut off. */
  keep(): void {
    if (this.left !== null) ({ state: this.current, secrets: this.secrets } = this.left);
    this.left = null;
  }

  /** Takes the EXIT trap that pieces left for the end of the run; `''` for none. */
  takeExitTrap(): string {
    const { [EXIT_TRAP]: hidden, ...secrets } = this.secrets;
    const exitTrap = hidden ?? this.current.exitTrap;
    this.current = { ...this.current, exitTrap: '' };
    this.secrets = secrets;
    return fromBinary(exitTrap);
  }
}
