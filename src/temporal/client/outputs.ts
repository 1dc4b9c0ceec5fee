import type { Output } from '../../events/index.ts';
import type { Heartbeat } from '../protocol.ts';

/** How many characters of a piece's output are kept here. */
const TAIL = 64_000;

/** The output of a run's pieces as far as it is known here: from heartbeats while a piece runs, from events when it has ended, each character once. */
export class Outputs {
  private readonly tails = new Map<string, string>();
  /** How many characters of an attempt are known. */
  private readonly known = new Map<string, number>();

  /** Returns the new part of a heartbeat's output. */
  fresh({ tail, total, ...at }: Heartbeat): string {
    return this.take(at, tail, total - tail.length);
  }

  /** Returns the new part of an event's output. */
  heard(event: Output): Output {
    const text = this.take(event, event.text, event.at);
    return text === event.text ? event : { ...event, text };
  }

  private take({ step, piece, attempt }: Pick<Output, 'step' | 'piece' | 'attempt'>, text: string, at: number | undefined): string {
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
