import { randomBytes } from 'node:crypto';
import { MOST_STATE } from '../shell/index.ts';
import { type CodeEnd, findProgram, type OutputStream, type RunningCode, startCode, within } from '../process/index.ts';
import { type Around, lastLine, spawnable } from './connections.ts';
import { TOLD, watcherText } from './far-side.ts';
import { type Frame, FrameReader } from './frames.ts';
import type { PlaceCommand } from './place-command.ts';

/** What the far side has reported about a piece. Texts are binary strings. */
export interface Told {
  /** Its watcher has started: from then on the piece may have run. */
  readonly there: boolean;
  /** The environment that it began with, as `declare -x` prints it. */
  readonly environment: string;
  readonly ready: boolean;
  readonly state: string | null;
  /** `null` if the connection was lost before the end was reported. */
  readonly end: { readonly status: number; readonly outputs: string } | null;
  /** The last line of the connecting program, such as ssh, before the watcher started. */
  readonly trouble: string | null;
}

/** A piece to run on the far side. */
interface FarTask {
  readonly command: PlaceCommand;
  readonly around: Around;
  /** Shown name of the runbook. */
  readonly name: string;
  /** The whole text, once its nonce is known. */
  readonly text: (nonce: string) => string;
  readonly onOutput: (stream: OutputStream, chunk: Buffer) => void | Promise<void>;
}

/** How long the connection may still bring output after the piece has ended. */
const LINGER_MS = 500;
/** Time for INT, TERM and KILL on the far side. */
const STOP_MS = 7000;

/** A piece running on the far side. */
export class FarRun {
  /** Settles when it has ended, or the connection has. Never rejects. */
  readonly ended: Promise<{ readonly code: CodeEnd; readonly told: Told }>;
  readonly nonce = randomBytes(16).toString('hex');
  readonly code: RunningCode;
  private readonly task: FarTask;
  private readonly told: { -readonly [K in keyof Told]: Told[K] } = { there: false, environment: '', ready: false, state: null, end: null, trouble: null };
  private readonly pipes: Readonly<Record<OutputStream, FrameReader>>;
  private readonly heardEnd: Promise<void>;
  private hearEnd: () => void = () => undefined;
  /** Whether the piece has begun: what a login shell prints before that is not its output. */
  private readonly began = { stdout: false, stderr: false };

  constructor(task: FarTask) {
    this.task = task;
    this.heardEnd = new Promise((resolve) => (this.hearEnd = resolve));
    this.pipes = { stdout: new FrameReader(this.nonce, 0, () => (this.began.stdout = true)), stderr: new FrameReader(this.nonce, MOST_STATE, (frame) => this.hear(frame)) };
    const { directory, environment } = spawnable(task.around);
    const { program, args } = task.command;
    this.code = startCode({ file: findProgram(program, environment['PATH'] ?? '') ?? program, args, environment, directory, terminal: false, handover: null, input: true, onOutput: (stream, chunk) => this.take(stream, chunk) });
    this.send(`${watcherText(this.nonce, task.name)}\0`);
    this.ended = this.end();
  }

  /** Ends the piece's process group there and waits until it is gone; if nothing answers, ends the connection. */
  async stop(): Promise<void> {
    if (this.told.there) {
      this.code.input?.write('stop\n');
      if (await within(this.ended, STOP_MS)) return;
    }
    await this.code.stop();
    await this.ended;
  }

  private send(text: string): void {
    this.code.input?.write(Buffer.from(text, 'latin1'));
  }

  private take(stream: OutputStream, chunk: Buffer): void | Promise<void> {
    const shown = this.pipes[stream].push(chunk);
    if (!this.began[stream] && !this.told.there && stream === 'stderr') this.told.trouble = lastLine(`${this.told.trouble ?? ''}${shown.toString('utf8')}`.slice(-2000));
    return shown.length === 0 || (stream === 'stdout' && !this.began.stdout) ? undefined : this.task.onOutput(stream, shown);
  }

  private hear({ kind, bytes }: Frame): void {
    const text = bytes.toString('latin1');
    const { told } = this;
    if (kind === TOLD.there) {
      told.there = true;
      this.send(this.task.text(this.nonce));
    } else if (kind === TOLD.environment) told.environment = text;
    else if (kind === TOLD.ready) told.ready = true;
    else if (kind === TOLD.state) told.state = text;
    else if (kind === TOLD.end) {
      const [status = '', ...outputs] = text.split('\0');
      told.end = { status: Number(status), outputs: outputs.join('\0') };
      this.hearEnd();
    }
  }

  private async end(): Promise<{ readonly code: CodeEnd; readonly told: Told }> {
    await Promise.race([this.heardEnd, this.code.ended]);
    this.code.input?.end();
    // Whatever is still alive there may keep the connection open.
    if (this.told.end !== null && !(await within(this.code.ended, LINGER_MS))) this.code.kill();
    const code = await this.code.ended;
    for (const stream of ['stdout', 'stderr'] as const) {
      const rest = this.pipes[stream].rest();
      if (rest.length > 0) void this.task.onOutput(stream, rest);
    }
    return { code, told: this.told };
  }
}
