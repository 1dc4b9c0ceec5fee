import type { RedactedStream, Redactor } from '../../events/index.ts';
import { OutputWindow } from './output-window.ts';

type Stream = 'stdout' | 'stderr';
type EmitOutput = (stream: Stream, bytes: Buffer) => Promise<void> | undefined;

/** Output of one attempt on its way to the journal: secrets out, bytes kept as they are. */
export class AttemptOutput {
  readonly seen = { stdout: new OutputWindow(), stderr: new OutputWindow() };
  private readonly pipes: Readonly<Record<Stream, RedactedStream>>;
  private readonly emit: EmitOutput;

  constructor(redactor: Redactor, emit: EmitOutput) {
    this.emit = emit;
    this.pipes = { stdout: redactor.stream(), stderr: redactor.stream() };
  }

  /** A chunk as it comes. */
  push(stream: Stream, chunk: Buffer): Promise<void> | undefined {
    return this.pass(stream, this.pipes[stream].push(chunk));
  }

  /** What was held back at the end. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) void this.pass(stream, this.pipes[stream].end());
  }

  private pass(stream: Stream, bytes: Buffer): Promise<void> | undefined {
    if (bytes.length === 0) return undefined;
    this.seen[stream].push(bytes);
    return this.emit(stream, bytes);
  }
}
