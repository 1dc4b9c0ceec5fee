import type { AttemptKey, Output, RunEvent } from '../../events/index.ts';
import { isSamePiece } from '../../model/index.ts';
import type { Heartbeat } from '../protocol.ts';

/** How many bytes of the end of a piece's output go into the history of the workflow. The worker has all of it. */
const TAIL_BYTES = 8_000;

/** Output that is waiting to be reported, and how much its attempt wrote before it. */
interface Kept {
  readonly place: AttemptKey;
  readonly stream: Output['stream'];
  text: string;
  at: number;
}

/** Collects the events of a run for its workflow: only the ends of outputs, and with the workflow's numbers of attempts. */
export class RunEvents {
  private readonly run: string;
  private readonly host: string;
  private waiting: RunEvent[] = [];
  private outputs: Kept[] = [];
  private left = 0;
  private time = '';
  /** The pieces whose output stays here, since it may contain a secret. */
  private readonly hidden = new Set<string>();
  /** The number of the latest attempt, by piece. */
  private readonly attempts = new Map<string, number>();
  /** How many characters the latest attempt wrote, by piece. */
  private readonly totals = new Map<string, number>();
  private latest: AttemptKey | null = null;

  constructor(run: string, host: string) {
    this.run = run;
    this.host = host;
  }

  /** Called when a piece begins; its output is not reported if it may contain a secret. */
  begins({ step, piece, attempt }: AttemptKey, { hidden }: { readonly hidden: boolean }): void {
    this.latest = { step, piece, attempt };
    this.attempts.set(`${step}/${piece}`, attempt);
    this.totals.set(`${step}/${piece}`, 0);
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
    const key = `${event.step}/${event.piece}`;
    if (this.hidden.has(key)) return;
    const at = this.totals.get(key) ?? 0;
    this.totals.set(key, at + event.text.length);
    const last = this.outputs.at(-1);
    this.time = event.time;
    if (last?.stream === event.stream && isSamePiece(last.place, event)) last.text += event.text;
    else this.outputs.push({ place: { step: event.step, piece: event.piece, attempt: this.attemptOf(event) }, stream: event.stream, text: event.text, at });
    this.bound();
  }

  private bound(): void {
    let over = this.outputs.reduce((sum, { text }) => sum + text.length, 0) - 2 * TAIL_BYTES;
    // Trimmed now and then, not with each chunk.
    if (over > 0) over += TAIL_BYTES;
    for (const output of this.outputs) {
      if (over <= 0) break;
      const cut = Math.min(over, output.text.length);
      this.cut(output, cut);
      over -= cut;
    }
    this.outputs = this.outputs.filter(({ text }) => text !== '');
  }

  private cut(output: Kept, characters: number): void {
    output.text = output.text.slice(characters);
    output.at += characters;
    this.left += characters;
  }

  private attemptOf({ step, piece, attempt }: AttemptKey): number {
    return this.attempts.get(`${step}/${piece}`) ?? attempt;
  }

  /** The progress of the running piece. */
  get beat(): Heartbeat | null {
    const { latest } = this;
    if (latest === null) return null;
    const texts = this.outputs.filter(({ place }) => isSamePiece(place, latest)).map(({ text }) => text);
    return { ...latest, tail: texts.join('').slice(-TAIL_BYTES / 4), total: this.totals.get(`${latest.step}/${latest.piece}`) ?? 0 };
  }

  /** Everything since the last call; outputs come first, since events about them came later. */
  take(): readonly RunEvent[] {
    for (const output of this.outputs) this.cut(output, Math.max(0, output.text.length - TAIL_BYTES));
    const said = this.left === 0 ? [] : [{ type: 'note', time: this.time, run: this.run, level: 'info', text: `${this.left} characters of output before this are with the worker on ${this.host}` } as const];
    const outputs = this.outputs.map(({ place, stream, text, at }): RunEvent => ({ type: 'output', time: this.time, run: this.run, ...place, stream, text, bytes: Buffer.byteLength(text), at }));
    const events = [...said, ...outputs, ...this.waiting];
    this.waiting = [];
    this.outputs = [];
    this.left = 0;
    return events;
  }
}
