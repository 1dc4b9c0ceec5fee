import type { RunEvent } from '../../events/index.ts';
import { OutputBuffer, outputOf } from './output-buffer.ts';
import type { OutputView } from './output-view.ts';

/** Lines of an earlier piece that stay in memory: more than a screen shows of one. The journal has them all. */
const KEPT_LINES = 200;

/** The output of the pieces, by place: of the running one as it comes, of earlier ones the last lines. */
export class Outputs {
  private readonly kept = new Map<string, OutputBuffer | OutputView>();
  private readonly tail: (step: string, piece: number) => string;
  private current: { readonly key: string; readonly buffer: OutputBuffer } | null = null;

  constructor(tail: (step: string, piece: number) => string) {
    this.tail = tail;
  }

  /** Changes with every write of what runs. */
  get version(): number {
    return this.current?.buffer.version ?? 0;
  }

  take(event: RunEvent): void {
    if (event.type === 'step-started') this.begin(keyOf(event.step, event.piece));
    else if (event.type === 'output') this.bufferOf(keyOf(event.step, event.piece)).push(event.text);
  }

  /** What a piece wrote; what an earlier process ran is read from the journal. */
  of(step: string, piece: number): OutputView {
    const key = keyOf(step, piece);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const read = shortened(outputOf(this.tail(step, piece)));
    this.kept.set(key, read);
    return read;
  }

  /** The whole output of a piece, read again if only its end was kept. */
  whole(step: string, piece: number): void {
    const key = keyOf(step, piece);
    if (this.current?.key !== key) this.kept.set(key, outputOf(this.tail(step, piece)));
  }

  private begin(key: string): void {
    if (this.current !== null && this.current.key !== key) this.kept.set(this.current.key, shortened(this.current.buffer));
    const buffer = new OutputBuffer();
    this.kept.set(key, buffer);
    this.current = { key, buffer };
  }

  private bufferOf(key: string): OutputBuffer {
    if (this.current?.key !== key) this.begin(key);
    return this.current?.buffer ?? new OutputBuffer();
  }
}

function keyOf(step: string, piece: number): string {
  return `${piece} ${step}`;
}

function shortened(output: OutputView): OutputView {
  if (output.end - output.first <= KEPT_LINES) return output;
  const buffer = new OutputBuffer(output.end - KEPT_LINES);
  buffer.push(output.lines(output.end - KEPT_LINES, output.end).join('\n'));
  return buffer;
}
