import { type AttemptKey, fold, growingState, type Listener, Listeners, type Output, OutputEvent, type Redactor, type RunEvent, type RunState, type Unstamped } from '../../events/index.ts';
import { eachText } from '../../model/index.ts';
import { type Journal, JournalError } from '../../state/index.ts';
import type { Clock } from '../types.ts';

/** Adds time and run to events, masks secrets in them, stores them, folds them, and only then passes them on. */
export class Emitter {
  private readonly listeners = new Listeners<RunEvent>();
  private readonly id: string;
  private readonly journal: Journal;
  private readonly redactor: Redactor;
  private readonly clock: Clock;
  state: RunState;
  /** All events except output, those of earlier processes first. */
  readonly events: RunEvent[];
  broken: string | null = null;

  constructor(options: { readonly id: string; readonly journal: Journal; readonly redactor: Redactor; readonly clock: Clock; readonly earlier: readonly RunEvent[] }) {
    this.id = options.id;
    this.journal = options.journal;
    this.redactor = options.redactor;
    this.clock = options.clock;
    this.state = growingState(options.id, options.earlier);
    this.events = options.earlier.filter(({ type }) => type !== 'output');
  }

  subscribe(listener: Listener<RunEvent>): () => void {
    return this.listeners.add(listener);
  }

  /** Emits an event of the run. */
  emit(event: Unstamped): Promise<void> | undefined {
    const { type, ...rest } = event;
    const masked = eachText(rest, (text, field) => (NEVER_SECRET.has(field) ? text : this.redactor.redact(text)));
    return this.tell({ type, time: this.clock.now().toISOString(), run: this.id, ...masked } as RunEvent);
  }

  /** Emits output in which secrets are already masked. What may print one that nobody knows is shown and not stored. */
  output(place: AttemptKey, stream: Output['stream'], bytes: Buffer, stored: boolean): Promise<void> | undefined {
    return this.tell(new OutputEvent({ time: this.clock.now().toISOString(), run: this.id, ...place, stream }, bytes), stored);
  }

  private tell(event: RunEvent, stored = true): Promise<void> | undefined {
    if (!stored) return this.listeners.tell(event);
    this.guard(() => this.journal.append(event));
    this.state = fold(this.state, event);
    if (event.type !== 'output') this.events.push(event);
    return this.listeners.tell(event);
  }

  /** Makes what was stored survive a power cut. */
  sync(): void {
    this.guard(() => this.journal.sync());
  }

  /** The files of the run can no longer be written: what is running now is not disturbed, and no further step runs. */
  break(error: JournalError): void {
    this.broken ??= error.message;
  }

  private guard(write: () => void): void {
    if (this.broken !== null) return;
    try {
      write();
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      this.break(error);
    }
  }
}

const NEVER_SECRET: ReadonlySet<string> = new Set(['type', 'run', 'time', 'step', 'status', 'kind', 'stream', 'digest']);
