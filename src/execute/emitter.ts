import { fold, initialState } from '../events/index.ts';
import type { Redactor, RunEvent, RunState, Unstamped } from '../events/index.ts';
import { JournalError } from '../state/index.ts';
import type { Journal } from '../state/index.ts';
import type { Clock } from './types.ts';

/** Stamps events, takes secrets out of them, stores them, folds them, and only then shows them. */
export class Emitter {
  private readonly listeners = new Set<(event: RunEvent) => void | Promise<void>>();
  private readonly id: string;
  private readonly journal: Journal;
  private readonly redactor: Redactor;
  private readonly clock: Clock;
  state: RunState;
  broken: string | null = null;

  constructor(options: { readonly id: string; readonly journal: Journal; readonly redactor: Redactor; readonly clock: Clock; readonly state?: RunState }) {
    this.id = options.id;
    this.journal = options.journal;
    this.redactor = options.redactor;
    this.clock = options.clock;
    this.state = options.state ?? initialState(options.id);
  }

  subscribe(listener: (event: RunEvent) => void | Promise<void>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** An event; `bytes` is an output's own bytes, secrets gone already. */
  emit(event: Unstamped, bytes?: Uint8Array): Promise<void> | undefined {
    const clean = event.type === 'output' ? event : redactAll(event, this.redactor);
    const stamped = { ...clean, run: this.id, time: this.clock.now().toISOString() } as RunEvent;
    this.guard(() => this.journal.append(stamped, bytes));
    this.state = fold(this.state, stamped);
    const waits = [...this.listeners].map((listener) => listener(stamped)).filter((wait) => wait !== undefined);
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
  }

  /** Make what was stored survive a power cut. */
  sync(): void {
    this.guard(() => this.journal.sync());
  }

  /** The journal's failure must not lose what runs now; it stops the run before the next step. */
  private guard(write: () => void): void {
    if (this.broken !== null) return;
    try {
      write();
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      this.broken = error.message;
    }
  }
}

const NEVER_SECRET: ReadonlySet<string> = new Set(['type', 'run', 'time', 'step', 'status', 'kind', 'stream', 'digest']);

function redactAll<T>(value: T, redactor: Redactor, key = ''): T {
  if (typeof value === 'string') return (NEVER_SECRET.has(key) ? value : redactor.redact(value)) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactAll(item, redactor)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]: [string, unknown]) => [name, redactAll(item, redactor, name)])) as T;
}
