import type { RedactedStream, Redactor } from '../../events/index.ts';
import type { OutputStream } from '../process/index.ts';
import { OutputWindow } from './output-window.ts';

type EmitOutput = (stream: OutputStream, bytes: Buffer) => Promise<void> | undefined;

/** How much output is held back of a piece that makes a secret; what comes beyond is dropped, since it may contain the secret. */
const MOST_HELD = 16_000_000;

/** The output of one attempt on its way to the journal: secrets masked, all other bytes unchanged. */
export class AttemptOutput {
  readonly seen = { stdout: new OutputWindow(), stderr: new OutputWindow() };
  private readonly pipes: Readonly<Record<OutputStream, RedactedStream>>;
  private readonly emit: EmitOutput;
  /** Output that waits until the secret that the piece makes is known; `null` if nothing has to wait. */
  private waiting: { readonly stream: OutputStream; readonly chunk: Buffer }[] | null;
  private held = 0;

  constructor(redactor: Redactor, emit: EmitOutput, waits = false) {
    this.emit = emit;
    this.pipes = { stdout: redactor.stream(), stderr: redactor.stream() };
    this.waiting = waits ? [] : null;
  }

  /** Takes a chunk as it comes. */
  push(stream: OutputStream, chunk: Buffer): Promise<void> | undefined {
    if (this.waiting === null) return this.pass(stream, this.pipes[stream].push(chunk));
    this.held += chunk.length;
    if (this.held <= MOST_HELD) this.waiting.push({ stream, chunk });
    return undefined;
  }

  /** The end of the output: gives out what was held back. */
  end(): void {
    const { waiting } = this;
    this.waiting = null;
    for (const { stream, chunk } of waiting ?? []) void this.push(stream, chunk);
    for (const stream of ['stdout', 'stderr'] as const) void this.pass(stream, this.pipes[stream].end());
    if (waiting !== null && this.held > MOST_HELD) void this.pass('stderr', Buffer.from(`runbook: the step makes a secret and wrote ${this.held} bytes; only the first ${MOST_HELD} could be held back until it was known, the rest is not shown\n`));
  }

  private pass(stream: OutputStream, bytes: Buffer): Promise<void> | undefined {
    if (bytes.length === 0) return undefined;
    this.seen[stream].push(bytes);
    return this.emit(stream, bytes);
  }
}
