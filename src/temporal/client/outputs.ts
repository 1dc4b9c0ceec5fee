import type { Output } from '../../events/index.ts';
import type { Heartbeat } from '../protocol.ts';

/** Characters of a piece's output that are kept here. */
const TAIL = 64_000;

/** What the pieces of a run wrote, as far as it is known here: while one runs by its heartbeats, at its end by its events, and each character once. */
export class Outputs {
  private readonly tails = new Map<string, string>();
  /** Characters that are known of an attempt. */
  private readonly known = new Map<string, number>();

  /** What a heartbeat tells that was not known. */
  fresh({ tail, total, ...at }: Heartbeat): string {
    return this.take(at, tail, total - tail.length);
  }

  /** What an event tells that was not known. */
  heard(event: Output): Output {
    const text = this.take(event, event.text, event.at);
    return text === event.text ? event : { ...event, text };
  }

  private take({ step, piece, attempt }: Pick<Output, 'step' | 'piece' | 'attempt'>, text: string, at?: number): string {
    const key = `${step}/${piece}/${attempt}`;
    const known = this.known.get(key) ?? 0;
    const from = at ?? known;
    const fresh = text.slice(Math.max(0, known - from));
    this.known.set(key, Math.max(known, from + text.length));
    this.tails.set(`${step}/${piece}`, `${this.tails.get(`${step}/${piece}`) ?? ''}${fresh}`.slice(-TAIL));
    return fresh;
  }

  tail(step: string, piece: number, bytes = TAIL): string {
    return (this.tails.get(`${step}/${piece}`) ?? '').slice(-bytes);
  }
}
