import type { RedactedStream, Redactor } from '../../events/index.ts';
import { OutputWindow } from './output-window.ts';

type Stream = 'stdout' | 'stderr';
type EmitOutput = (stream: Stream, bytes: Buffer) => Promise<void> | undefined;

/** So much is held back of a piece that makes a secret; what is beyond is not kept, for nobody knows what is in it. */
const MOST_HELD = 16_000_000;

/** Output of one attempt on its way to the journal: secrets out, bytes kept as they are. */
export class AttemptOutput {
  readonly seen = { stdout: new OutputWindow(), stderr: new OutputWindow() };
  private readonly pipes: Readonly<Record<Stream, RedactedStream>>;
  private readonly emit: EmitOutput;
  /** What waits until the secret that the piece makes is known; `null` where nothing has to. */
  private waiting: { readonly stream: Stream; readonly chunk: Buffer }[] | null;
  private held = 0;

  constructor(redactor: Redactor, emit: EmitOutput, waits = false) {
    this.emit = emit;
    this.pipes = { stdout: redactor.stream(), stderr: redactor.stream() };
    this.waiting = waits ? [] : null;
  }

  /** A chunk as it comes. */
  push(stream: Stream, chunk: Buffer): Promise<void> | undefined {
    if (this.waiting === null) return this.pass(stream, this.pipes[stream].push(chunk));
    this.held += chunk.length;
    if (this.held <= MOST_HELD) this.waiting.push({ stream, chunk });
    return undefined;
  }

  /** What was held back at the end. */
  end(): void {
    const { waiting } = this;
    this.waiting = null;
    for (const { stream, chunk } of waiting ?? []) void this.push(stream, chunk);
    for (const stream of ['stdout', 'stderr'] as const) void this.pass(stream, this.pipes[stream].end());
    if (waiting !== null && this.held > MOST_HELD) void this.pass('stderr', Buffer.from(`runbook: the step makes a secret and wrote ${this.held} bytes; only the first ${MOST_HELD} could be held back until it was known, the rest is not shown\n`));
  }

  private pass(stream: Stream, bytes: Buffer): Promise<void> | undefined {
    if (bytes.length === 0) return undefined;
    this.seen[stream].push(bytes);
    return this.emit(stream, bytes);
  }
}
