import type { Output, RunEvent } from '../../events/index.ts';

/** Bytes of a piece's output that go into the history of the workflow: its end. All of it stays with the worker. */
export const TAIL_BYTES = 8_000;

type Place = Pick<Output, 'step' | 'piece' | 'attempt'>;

/** Collects the events of a run at the worker as they go to its workflow: of outputs their ends, attempts as the workflow counts them. */
export class RunEvents {
  private readonly run: string;
  private readonly host: string;
  private waiting: RunEvent[] = [];
  private outputs: { readonly place: Place; readonly stream: Output['stream']; text: string }[] = [];
  private left = 0;
  private time = '';
  /** What is said of an output that stays here, by piece. */
  private readonly hidden = new Set<string>();
  /** The number of the latest attempt, by piece. */
  private readonly attempts = new Map<string, number>();

  constructor(run: string, host: string) {
    this.run = run;
    this.host = host;
  }

  /** A piece begins; what it prints stays here where it may hold a secret. */
  begins({ step, piece, attempt }: Place, { hidden }: { readonly hidden: boolean }): void {
    this.attempts.set(`${step}/${piece}`, attempt);
    if (hidden) this.hidden.add(`${step}/${piece}`);
    else this.hidden.delete(`${step}/${piece}`);
  }

  add(event: RunEvent): void {
    switch (event.type) {
      case 'output':
        this.addOutput(event);
        return;
      case 'expectation':
      case 'step-finished':
        this.waiting.push({ ...event, run: this.run, attempt: this.attemptOf(event) });
        return;
      case 'note':
        this.waiting.push({ ...event, run: this.run });
        return;
      case 'parameter-set':
        if (event.source === 'capture') this.waiting.push({ ...event, run: this.run });
        return;
      default:
    }
  }

  private addOutput(event: Output): void {
    if (this.hidden.has(`${event.step}/${event.piece}`)) return;
    const last = this.outputs.at(-1);
    this.time = event.time;
    if (last?.stream === event.stream && last.place.step === event.step && last.place.piece === event.piece) last.text += event.text;
    else this.outputs.push({ place: { step: event.step, piece: event.piece, attempt: this.attemptOf(event) }, stream: event.stream, text: event.text });
    this.bound();
  }

  private bound(): void {
    let over = this.outputs.reduce((sum, { text }) => sum + text.length, 0) - 2 * TAIL_BYTES;
    // Cut now and then, not with each chunk.
    if (over > 0) over += TAIL_BYTES;
    for (const output of this.outputs) {
      if (over <= 0) break;
      const cut = Math.min(over, output.text.length);
      output.text = output.text.slice(cut);
      over -= cut;
      this.left += cut;
    }
    this.outputs = this.outputs.filter(({ text }) => text !== '');
  }

  private attemptOf({ step, piece, attempt }: Place): number {
    return this.attempts.get(`${step}/${piece}`) ?? attempt;
  }

  /** The end of what the piece has written so far. */
  get tail(): string {
    return this.outputs.map(({ text }) => text).join('').slice(-TAIL_BYTES / 4);
  }

  /** All since the last call: outputs first, as they came before what was made of them. */
  take(): readonly RunEvent[] {
    const said = this.left === 0 ? [] : [{ type: 'note', time: this.time, run: this.run, level: 'info', text: `${this.left} characters of output before this are with the worker on ${this.host}` } as const];
    const outputs = this.outputs.map(({ place, stream, text }): RunEvent => ({ type: 'output', time: this.time, run: this.run, ...place, stream, text: text.slice(-TAIL_BYTES), bytes: Buffer.byteLength(text.slice(-TAIL_BYTES)) }));
    const events = [...said, ...outputs, ...this.waiting];
    this.waiting = [];
    this.outputs = [];
    this.left = 0;
    return events;
  }
}
