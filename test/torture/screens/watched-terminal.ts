import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** Columns and rows of a terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The emulator is so much wider than the program is told: what is too wide shows up beyond the edge, where a terminal would cut it. */
const BEYOND = 30;
/** A screen that has not changed for so long is looked at. */
const QUIET_MS = 45;

/** A program in a pseudo-terminal, seen as a person sees it. */
export class WatchedTerminal {
  size: Size;
  private readonly pty: IPty;
  private readonly emulator: InstanceType<typeof xterm.Terminal>;
  private exited: number | null = null;
  private changed = performance.now();

  constructor(command: readonly [string, ...string[]], { size, cwd, env }: { readonly size: Size; readonly cwd: string; readonly env: Readonly<Record<string, string>> }) {
    const [program, ...args] = command;
    this.size = size;
    this.emulator = new xterm.Terminal({ cols: size.columns + BEYOND, rows: size.rows, allowProposedApi: true });
    this.pty = spawn(program, args, { cols: size.columns, rows: size.rows, cwd, env, name: 'xterm-256color' });
    this.emulator.onData((answer) => void (this.exited ?? this.pty.write(answer)));
    this.pty.onData((text) => this.emulator.write(text, () => (this.changed = performance.now())));
    this.pty.onExit(({ exitCode }) => (this.exited = exitCode));
  }

  /** The exit status; `null` while it runs. */
  get status(): number | null {
    return this.exited;
  }

  /** Every line, those beyond the edge too. */
  lines(): readonly string[] {
    const { active } = this.emulator.buffer;
    return Array.from({ length: this.emulator.rows }, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '');
  }

  type(keys: string): void {
    if (this.exited === null) this.pty.write(keys);
  }

  resize(size: Size): void {
    this.size = size;
    this.emulator.resize(size.columns + BEYOND, size.rows);
    this.pty.resize(size.columns, size.rows);
  }

  end(): void {
    if (this.exited === null) this.pty.kill('SIGKILL');
    this.emulator.dispose();
  }

  /** Resolves with the lines once they satisfy the condition and have stood still, or the program has ended; with `null` where they never do. */
  async settled(holds: (lines: readonly string[]) => boolean, limitMs: number): Promise<readonly string[] | null> {
    for (let until = performance.now() + limitMs, looked = -1; performance.now() < until; ) {
      const isStill = performance.now() - this.changed > QUIET_MS && !this.emulator.modes.synchronizedOutputMode;
      // The same screen is looked at once.
      if (this.exited !== null || (isStill && looked !== this.changed && holds(this.lines()))) return this.lines();
      if (isStill) looked = this.changed;
      await new Promise((done) => setTimeout(done, 15));
    }
    return null;
  }
}
