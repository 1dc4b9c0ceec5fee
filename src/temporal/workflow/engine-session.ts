import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation, type ActivityInterfaceFor, TimeoutFailure } from '@temporalio/workflow';
import { errorMessage } from '../../model/index.ts';
import type { AmbientContext } from '../../context/index.ts';
import { type AttemptKey, fold, foldAll, type Listener, Listeners, nextAttempt, type OutcomeCounts, pieceState, type RunEvent, type RunFinished, type RunState, somethingRan, type Unstamped } from '../../events/index.ts';
import { RunBooks, startedEvent, type PieceOptions, type PieceResult, type RunSession } from '../../execute/index.ts';
import type { Plan } from '../../plan/index.ts';
import { NOT_RUN, type Activities, type EndJob, type Heartbeat, type Job, type Opened, type PieceDone, type PieceJob, type RunInput } from '../protocol.ts';

/** How many characters of output are shown with a question about a piece. */
const TAIL = 64_000;

/** The parts of a session in a workflow. */
interface SessionParts {
  readonly input: RunInput;
  readonly opened: Opened;
  readonly plan: Plan;
  /** The activities of the worker that took the run. */
  readonly worker: ActivityInterfaceFor<Activities>;
  /** Who gave the latest reply. */
  readonly operator: () => string;
}

/** A run whose records are kept by the workflow and whose pieces run at a worker. */
export class EngineSession extends RunBooks implements RunSession {
  readonly id: string;
  readonly folder = '';
  readonly terminalGiven = false;
  readonly broken = null;
  readonly backgroundFailure = null;
  readonly events: RunEvent[];
  /** The events by number; outputs from the previous history are holes. */
  readonly counted: (RunEvent | null)[];
  state: RunState;
  context: readonly AmbientContext[];
  private readonly parts: SessionParts;
  private readonly tails = new Map<string, string>();
  private readonly listeners = new Listeners<RunEvent>();
  private readonly began = Date.now();
  private running: CancellationScope | null = null;

  constructor(parts: SessionParts) {
    super(parts.plan);
    const { input, opened } = parts;
    this.parts = parts;
    this.id = input.id;
    this.context = opened.context;
    this.counted = [...(input.before?.events ?? [])];
    this.events = this.counted.filter((event) => event !== null);
    this.state = foldAll(input.id, this.events);
    for (const event of this.events) this.keepTail(event);
    this.planAgain();
  }

  protected get operator(): string {
    return this.parts.operator();
  }

  emit(event: Unstamped): void {
    const { type, ...rest } = event;
    this.take({ type, time: new Date().toISOString(), run: this.id, ...rest } as RunEvent);
  }

  /** Nothing to do: the history of the workflow is on the server's disk. */
  protected sync(): void {}

  /** Secrets never come here, so there is nothing to mask. */
  protected hide(): void {}

  mask(text: string): string {
    return text;
  }

  private take(event: RunEvent): void {
    this.events.push(event);
    this.counted.push(event);
    this.state = fold(this.state, event);
    this.keepTail(event);
    void this.listeners.tell(event);
  }

  private keepTail(event: RunEvent): void {
    if (event.type !== 'output') return;
    const key = `${event.step}/${event.piece}/${event.attempt}`;
    this.tails.set(key, `${this.tails.get(key) ?? ''}${event.text}`.slice(-TAIL));
  }

  subscribe(listener: Listener<RunEvent>): () => void {
    return this.listeners.add(listener);
  }

  /** Empty: only code that reads files uses it, and that runs at the worker. */
  surroundings(): ReturnType<RunSession['surroundings']> {
    return { directory: '', environment: {} };
  }

  async runPiece(stepId: string, index: number, { code = null }: { readonly code?: PieceOptions['code'] | null } = {}): Promise<PieceResult> {
    const { step, piece } = this.find(stepId, index);
    const place = { step: stepId, piece: index, attempt: nextAttempt(this.state, { step: stepId, piece: index }) };
    this.emit(startedEvent({ step, piece, code, attempt: place.attempt, terminal: false }));
    const scope = new CancellationScope();
    this.running = scope;
    try {
      const { worker } = this.parts;
      const job = { ...this.job(), ...place, code };
      const done = await scope.run(() => worker.piece(job).catch((error: unknown) => (isSilence(error) ? this.askedAgain(job, error) : Promise.reject(error))));
      return this.done(done);
    } catch (error) {
      return this.notDone(place, error);
    } finally {
      this.running = null;
    }
  }

  /** What became of a piece of which nothing was heard. @throws the silence, where its worker is gone or does not know. */
  private async askedAgain(job: PieceJob, silence: ActivityFailure): Promise<PieceDone> {
    try {
      const done = await this.parts.worker.again(job);
      if (done !== null) return done;
    } catch (error) {
      // If somebody stops it meanwhile, all that is known is that nothing was heard.
      if (error instanceof ActivityFailure && error.cause instanceof ApplicationFailure) throw error;
    }
    throw silence;
  }

  private done({ result, events, context }: PieceDone): PieceResult {
    this.context = context;
    for (const event of events) {
      // Values captured by the piece belong to the plan from now on.
      if (event.type === 'parameter-set') this.replan({ ...this.plan.request, values: { ...this.plan.request.values, [event.name]: event.value } });
      this.take(event);
    }
    return result;
  }

  /** Why a piece has no result: nothing of it ran, it was stopped before it began, or nobody knows how far it got. */
  private notDone(place: AttemptKey, error: unknown): PieceResult {
    const { host } = this.parts.opened;
    const cause = error instanceof ActivityFailure ? error.cause : error;
    if (isCancellation(error)) return this.ends(place, { status: 'stopped', reason: 'stopped' });
    if (cause instanceof TimeoutFailure) {
      if (cause.timeoutType === 'SCHEDULE_TO_START') return this.ends(place, { status: 'failed', reason: `no worker on ${host} took it: nothing of it ran` });
      const { tail, total } = (cause.lastHeartbeatDetails as Heartbeat | undefined) ?? { tail: '', total: 0 };
      if (tail !== '') this.emit({ type: 'output', ...place, stream: 'stdout', text: tail, bytes: tail.length, at: total - tail.length });
      return this.ends(place, { status: 'stopped', reason: `the worker on ${host} is gone; unknown how far it got`, interrupted: true });
    }
    if (!(cause instanceof ApplicationFailure)) throw error;
    if (cause.type === NOT_RUN) return this.ends(place, { status: 'failed', reason: `it could not be run: ${cause.message}` });
    // An error of the worker in the middle of a piece does not mean that the piece did not run.
    return this.ends(place, { status: 'stopped', reason: `the worker on ${host} failed: ${cause.message}; unknown how far it got`, interrupted: true });
  }

  private ends(place: AttemptKey, { status, reason, interrupted = false }: { readonly status: 'failed' | 'stopped'; readonly reason: string; readonly interrupted?: boolean }): PieceResult {
    this.emit({ type: 'step-finished', ...place, status, exitCode: null, durationMs: 0, reason, ...(interrupted ? { interrupted } : {}) });
    return { outcome: status, exitCode: null, interrupted, checks: [], endsBlock: false, reason };
  }

  stopPiece(): void {
    this.running?.cancel();
  }

  outputTail(step: string, piece: number, bytes = TAIL): string {
    const attempt = pieceState(this.state, { step, piece })?.attempt;
    return (this.tails.get(`${step}/${piece}/${attempt}`) ?? '').slice(-bytes);
  }

  async finish(status: RunFinished['status'], reason: string, counts?: OutcomeCounts): Promise<RunState> {
    const ended = await this.endThere({ ...this.job(), status, reason, counts: counts ?? null });
    const due = this.parts.input.history && somethingRan({ ...this.state, status: ended.status });
    const before = this.state.started === null ? this.began : Date.parse(this.state.started.time);
    this.emit({ type: 'run-finished', ...ended, durationMs: Date.now() - before, ...(counts === undefined ? {} : { counts }), row: due ? 'due' : 'none' });
    return this.state;
  }

  /** EXIT traps and background pieces are at the worker. If it is gone, the run ends anyway. */
  private async endThere(job: EndJob): Promise<Pick<EndJob, 'status' | 'reason'>> {
    try {
      const { worker } = this.parts;
      const { status, reason, events } = await worker.end(job).catch((error: unknown) => (isSilence(error) ? worker.end(job) : Promise.reject(error)));
      for (const event of events) this.take(event);
      return { status, reason };
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      this.note(`the worker on ${this.parts.opened.host} did not close the run: ${errorMessage(error.cause)}`, 'warning');
      return { status: job.status, reason: job.reason };
    }
  }

  /** The workflow continues until the row is written. */
  async close(): Promise<void> {}

  private job(): Job {
    const { id, path, starter, pipefail, timeoutMs, version } = this.parts.input;
    const { environment: _environment, ...request } = this.plan.request;
    return { id, path, request, starter, pipefail, timeoutMs, version };
  }
}

/** Whether an activity that a worker took was not heard of any more. */
function isSilence(error: unknown): error is ActivityFailure {
  return error instanceof ActivityFailure && error.cause instanceof TimeoutFailure && error.cause.timeoutType === 'HEARTBEAT';
}
