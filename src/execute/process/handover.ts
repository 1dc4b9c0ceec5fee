import type { Readable } from 'node:stream';

/** The descriptor of a pipe from the program to us: what goes through it is never in a file. */
export const HANDOVER_DESCRIPTOR = 3;

/** What a program handed over. */
export interface HandedOver {
  readonly bytes: Buffer;
  /** There was more than the limit. */
  readonly tooLong: boolean;
}

/** How long to wait for the rest after the program has ended, while its children keep the pipe open. */
const REST_MS = 500;

/** Receives what a program hands over. It is complete when the pipe is closed, or ends in the agreed last word. */
export class Handover {
  private readonly chunks: Buffer[] = [];
  private length = 0;
  private readonly stream: Readable;
  private readonly most: number;
  private readonly closed: Promise<void>;
  private readonly ending: Buffer;
  private sawEnd: () => void = () => undefined;

  constructor(stream: Readable, most: number, ending: string) {
    this.stream = stream;
    this.most = most;
    this.ending = Buffer.from(ending);
    this.closed = new Promise((resolve) => {
      this.sawEnd = resolve;
      stream.on('data', (chunk: Buffer) => this.take(chunk));
      stream.once('end', resolve).once('close', resolve).once('error', () => resolve());
    });
  }

  /** All of it, after the program has ended. */
  async rest(): Promise<HandedOver> {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.closed, new Promise<void>((resolve) => (timer = setTimeout(resolve, REST_MS)))]);
    clearTimeout(timer);
    this.stream.destroy();
    return { bytes: Buffer.concat(this.chunks), tooLong: this.length > this.most };
  }

  private take(chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > this.most) this.chunks.length = 0;
    else this.chunks.push(chunk);
    // Most chunks end at a line break: only one that may be the last is joined with what came before it.
    if (chunk.at(-1) !== this.ending.at(-1)) return;
    if (Buffer.concat(this.chunks.slice(-2)).subarray(-this.ending.length).equals(this.ending)) this.sawEnd();
  }
}
