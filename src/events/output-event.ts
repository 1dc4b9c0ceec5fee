import { isAscii } from 'node:buffer';
import type { Output } from './types.ts';

/** An output event that decodes its text only when somebody asks for it. */
export class OutputEvent implements Output {
  readonly type = 'output';
  readonly time: string;
  readonly run: string;
  readonly step: string;
  readonly piece: number;
  readonly attempt: number;
  readonly stream: Output['stream'];
  readonly raw: Buffer;
  private decoded: string | null = null;

  constructor(of: Pick<Output, 'time' | 'run' | 'step' | 'piece' | 'attempt' | 'stream'>, raw: Buffer) {
    this.time = of.time;
    this.run = of.run;
    this.step = of.step;
    this.piece = of.piece;
    this.attempt = of.attempt;
    this.stream = of.stream;
    this.raw = raw;
  }

  get text(): string {
    // Most output is ASCII, which decodes several times faster as such.
    this.decoded ??= this.raw.toString(isAscii(this.raw) ? 'latin1' : 'utf8');
    return this.decoded;
  }

  toJSON(): Output {
    const { type, time, run, step, piece, attempt, stream, text } = this;
    return { type, time, run, step, piece, attempt, stream, text };
  }
}
