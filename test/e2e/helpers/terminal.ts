import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { whenDone } from './at-once.ts';
import { CLI, cleanEnvironment } from './program.ts';

/** Where and how the program runs in a pseudo-terminal. */
export interface TerminalOptions {
  readonly cwd?: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The program instead of `node dist/cli.js`. */
  readonly command?: readonly [string, ...string[]];
}

/** The built program in a pseudo-terminal, with the screen that a person would see. */
export class Terminal {
  private readonly pty: IPty;
  private readonly emulator: InstanceType<typeof xterm.Terminal>;
  private readonly waiting = new Set<() => void>();
  private ended: { exitCode: number; signal?: number } | null = null;
  /** Everything that was written, escape sequences included. */
  raw = '';

  constructor(args: readonly string[], options: TerminalOptions) {
    const { columns: cols = 80, rows = 24 } = options;
    const environment = { ...cleanEnvironment(), TERM: 'xterm-256color', NO_COLOR: undefined, ...options.env };
    const env = Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const [program, ...rest] = options.command ?? [process.execPath, CLI, ...args];
    this.emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 5000 });
    this.pty = spawn(program, rest, { cols, rows, cwd: options.cwd ?? process.cwd(), env, name: env['TERM'] ?? 'xterm-256color' });
    this.emulator.onData((answer) => this.ended ?? this.pty.write(answer));
    this.pty.onData((text) => {
      this.raw += text;
      this.emulator.write(text, () => this.wake());
    });
    this.pty.onExit((exit) => {
      this.ended = exit;
      this.emulator.write('', () => this.wake());
    });
    whenDone(() => {
      if (this.ended === null) this.pty.kill('SIGKILL');
      this.emulator.dispose();
    });
  }

  /** A frame that has come only in part is no screen to look at. */
  private wake(): void {
    if (this.emulator.modes.synchronizedOutputMode) return;
    for (const check of this.waiting) check();
  }

  /** The lines on screen now, without blanks at their ends. */
  screen(): string {
    const buffer = this.emulator.buffer.active;
    const lines = Array.from({ length: this.emulator.rows }, (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '');
    return lines.join('\n').replace(/\n+$/, '');
  }

  /** Screen and what scrolled off it. */
  scrollback(): string {
    const buffer = this.emulator.buffer.active;
    return Array.from({ length: buffer.length }, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '').join('\n').replace(/\n+$/, '');
  }

  type(keys: string): void {
    this.pty.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  kill(signal: string): void {
    this.pty.kill(signal);
  }

  /** The window is closed: the program has no terminal any more. */
  close(): void {
    (this.pty as IPty & { destroy(): void }).destroy();
  }

  get pid(): number {
    return this.pty.pid;
  }

  /** Resolves with the screen once it holds the text, matches the pattern or satisfies the condition. */
  async waitFor(wanted: string | RegExp | ((screen: string) => boolean), timeoutMs = 15_000): Promise<string> {
    const holds = (screen: string): boolean => (typeof wanted === 'function' ? wanted(screen) : typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen));
    return this.until(() => (holds(this.screen()) ? this.screen() : null), `waited for ${String(wanted)}`, timeoutMs, true);
  }

  /** Resolves with the exit status once the program has ended. */
  async exit(timeoutMs = 15_000): Promise<number> {
    return this.until(() => this.ended?.exitCode ?? null, 'waited for the end', timeoutMs, false);
  }

  private async until<T>(look: () => T | null, story: string, timeoutMs: number, failAtEnd: boolean): Promise<T> {
    return new Promise((done, fail) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.waiting.delete(check);
      };
      const give = (why: string): void => {
        stop();
        fail(new Error(`${story}, ${why}. The screen:\n${this.screen()}`));
      };
      const check = (): void => {
        const value = look();
        if (value !== null) {
          stop();
          done(value);
        } else if (failAtEnd && this.ended !== null) give(`but the program ended with ${this.ended.exitCode}`);
      };
      const timer = setTimeout(() => give(`in vain for ${timeoutMs} ms`), timeoutMs);
      this.waiting.add(check);
      check();
    });
  }
}

/** Start the built program in a pseudo-terminal. */
export function terminal(args: readonly string[], options: TerminalOptions = {}): Terminal {
  return new Terminal(args, options);
}
