import { StringDecoder } from 'node:string_decoder';
import type { Redactor } from '../events/index.ts';
import { OutputWindow } from './output-window.ts';

/** Output of one attempt on its way to the journal: secrets out, bytes kept, text decoded across chunks. */
export class AttemptOutput {
  readonly seen = { stdout: new OutputWindow(), stderr: new OutputWindow() };
  private readonly pipes: Readonly<Record<'stdout' | 'stderr', Pipe>>;
  private readonly emit: EmitOutput;

  constructor(redactor: Redactor, emit: EmitOutput) {
    this.emit = emit;
    // As bytes in a string, so that binary output passes whole; secrets are added in the same form.
    const pipe = (): Pipe => ({ redacted: redactor.stream(), decoder: new StringDecoder('utf8') });
    this.pipes = { stdout: pipe(), stderr: pipe() };
  }

  /** A chunk as it comes. */
  push(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> | undefined {
    const safe = this.pipes[stream].redacted.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
    return this.pass(stream, safe, false);
  }

  /** What was held back at the end. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) void this.pass(stream, this.pipes[stream].redacted.end(), true);
  }

  private pass(stream: 'stdout' | 'stderr', latin1: string, last: boolean): Promise<void> | undefined {
    const bytes = Buffer.from(latin1, 'latin1');
    const { decoder } = this.pipes[stream];
    const text = decoder.write(bytes) + (last ? decoder.end() : '');
    if (text === '' && bytes.length === 0) return undefined;
    this.seen[stream].push(text);
    return this.emit(stream, text, bytes);
  }
}

interface Pipe {
  readonly redacted: { push(chunk: string): string; end(): string };
  readonly decoder: StringDecoder;
}

type EmitOutput = (stream: 'stdout' | 'stderr', text: string, bytes: Uint8Array) => Promise<void> | undefined;
