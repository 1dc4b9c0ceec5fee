import { randomUUID } from 'node:crypto';
import { errorMessage } from '../../model/index.ts';
import { fold, initialState, type Listener, Listeners, NO_COUNTS, type Output, type RunEvent, type RunState } from '../../events/index.ts';
import { planRun, type Plan } from '../../plan/index.ts';
import { lookAt, NO_ROW, refusalOf, type Finished, type Prompt, type Reply, type ReplyResult, type RowPort, type Running, type Walk, type WalkChange } from '../../walk/index.ts';
import type { Snapshot } from '../protocol.ts';
import type { EngineWalkParts, JoinedRun } from './engine-walk-parts.ts';
import { refusedByEngine } from '../connection.ts';
import { Outputs } from './outputs.ts';
import { Pace } from './pace.ts';
import { isAway, replyUntilHad, type Remote } from './remote.ts';
import { writeRow } from './write-row.ts';

/** How often the output of the running piece is asked for; its worker reports no more often. */
const BEAT_MS = 1_000;

/** A run of the team's as a face sees it: read by queries, answered by updates. Disconnecting from it ends nothing. */
export class EngineWalk implements Walk {
  plan: Plan;
  state: RunState = initialState('');
  run: string | null = null;
  prompt: Prompt | null = null;
  running: Running | null = null;
  readonly broken = null;
  readonly terminalGiven = false;
  /** All events except output, for the row. */
  readonly events: RunEvent[] = [];
  private readonly parts: EngineWalkParts;
  private readonly listeners = new Listeners<WalkChange>();
  private readonly outputs = new Outputs();
  private beatAt = 0;
  private readonly pace = new Pace();
  private seen = 0;
  /** The prompt that was answered from here, until the run has moved on. */
  private answered: string | null = null;
  private gone: Finished | null = null;
  /** Takes the reply to a question that is asked here rather than by the run. */
  private own: ((reply: Reply) => void) | null = null;
  private joined: JoinedRun | null = null;
  private request = '';
  private isAway = false;

  constructor(parts: EngineWalkParts) {
    this.parts = parts;
    this.plan = parts.plan;
    const { listener } = parts;
    if (listener !== undefined) this.subscribe((change) => (change.kind === 'event' ? listener(change.event) : undefined));
  }

  private get remote(): Remote {
    if (this.joined === null) throw new Error('the run was not joined');
    return this.joined.remote;
  }

  get elapsedMs(): number {
    const { started, durationMs } = this.state;
    return durationMs ?? (started === null ? 0 : Date.now() - Date.parse(started.time));
  }

  async begin(): Promise<Finished> {
    const joined = await this.parts.join(() => this.gone !== null, (text) => this.say(text));
    if (joined !== null) this.plan = joined.plan;
    this.joined = joined;
    for (;;) {
      if (joined === null) return this.finish(this.gone ?? this.leaving(''));
      const snapshot = await this.look(joined);
      const finished = this.gone ?? (snapshot === null ? null : await this.take(snapshot, joined));
      if (finished !== null) return this.finish(finished);
      if (snapshot === null || this.seen >= snapshot.total) await this.pace.wait(`${this.seen} ${snapshot?.prompt?.id ?? ''} ${snapshot?.running?.id ?? ''}`);
    }
  }

  private async look({ remote }: JoinedRun): Promise<Snapshot | null> {
    try {
      const snapshot = await remote.snapshot(this.seen, this.run);
      if (this.isAway) this.say('the engine answers again');
      this.isAway = false;
      return snapshot;
    } catch (error) {
      if (!isAway(error)) throw refusedByEngine(error);
      if (!this.isAway && this.gone === null) this.say(`the engine does not answer now: ${errorMessage(error).split('\n')[0] ?? ''}; the run is kept, and goes on here when it does`);
      this.isAway = true;
      return null;
    }
  }

  /** Fetches what is new in a run; returns how it ended, once everything is known. */
  private async take(snapshot: Snapshot, joined: JoinedRun): Promise<Finished | null> {
    if (this.run === null) this.state = initialState(snapshot.id);
    this.run = snapshot.id;
    this.replan(snapshot);
    for (const event of snapshot.events) await this.hear(event);
    this.seen = snapshot.next;
    if (this.seen < snapshot.total) return null;
    const { prompt } = snapshot;
    if (prompt?.kind === 'finished') {
      const ended = { ...prompt, next: `runbook runs report ${snapshot.id} --engine temporal` };
      return this.state.rowDue && joined.row !== null ? this.write(ended, { remote: joined.remote, port: joined.row }, snapshot) : ended;
    }
    this.show(snapshot);
    await this.hearBeat();
    return null;
  }

  private replan({ request }: Snapshot): void {
    const text = JSON.stringify(request);
    if (text === this.request) return;
    this.request = text;
    this.plan = planRun(this.plan.runbook, request).plan;
  }

  private async hear(event: RunEvent): Promise<void> {
    this.state = fold(this.state, event);
    if (event.type === 'output') return this.tellOutput(this.outputs.heard(event));
    this.events.push(event);
    await this.tell({ kind: 'event', event });
  }

  private async tellOutput(event: Output): Promise<void> {
    if (event.text !== '') await this.tell({ kind: 'event', event });
  }

  /** Fetches the current output of the running piece, which is in no history. */
  private async hearBeat(): Promise<void> {
    const { running, run } = this;
    if (running === null || running.waiting || run === null || Date.now() - this.beatAt < BEAT_MS) return;
    this.beatAt = Date.now();
    const beat = await this.remote.beat().catch(() => null);
    if (beat === null || beat.step !== running.step || beat.piece !== running.piece || beat.attempt !== running.attempt) return;
    const { step, piece, attempt } = beat;
    await this.tellOutput({ type: 'output', time: new Date().toISOString(), run, step, piece, attempt, stream: 'stdout', text: this.outputs.fresh(beat) });
  }

  private show({ prompt, was, running }: Snapshot): void {
    if (prompt !== null && this.answered !== null && (prompt.id === this.answered || was === this.answered)) return;
    if (running !== null && (this.running?.id !== running.id || this.running.attempt !== running.attempt || this.running.waiting !== running.waiting)) {
      this.prompt = null;
      this.running = running;
      void this.tell({ kind: 'running', running });
    }
    if (running === null) this.running = null;
    if (prompt === null || prompt.id === this.prompt?.id) return;
    this.prompt = prompt;
    void this.tell({ kind: 'prompt', prompt });
  }

  private async write(ended: Finished, { remote, port }: { readonly remote: Remote; readonly port: RowPort }, { claim }: Snapshot): Promise<Finished> {
    const row = await writeRow({ remote, who: this.parts.who, port, walk: this, claim, ask: (prompt) => this.askHere(prompt), goneAway: () => this.gone !== null });
    return { ...ended, row };
  }

  /** Asks a question that concerns only this checkout. */
  private async askHere(draft: Omit<Extract<Prompt, { kind: 'record-row' }>, 'id'>): Promise<Reply> {
    const prompt = { ...draft, id: randomUUID() };
    this.prompt = prompt;
    const reply = new Promise<Reply>((done) => (this.own = done));
    void this.tell({ kind: 'prompt', prompt });
    return reply;
  }

  private finish(finished: Finished): Finished {
    this.running = null;
    this.prompt = finished;
    void this.tell({ kind: 'prompt', prompt: finished });
    return finished;
  }

  reply(reply: Reply): ReplyResult {
    const isRunning = this.running !== null && this.running.id === reply.to;
    const refusal = isRunning ? null : refusalOf(this.prompt, reply, this);
    if (refusal !== null) return refusal;
    if (reply.kind === 'look') return { status: 'shown', look: lookAt(this, reply.step, reply.piece) };
    if (this.own !== null) return this.answerHere(reply);
    if (reply.kind === 'leave' && reply.then === 'resume') return this.leave('');
    if (this.prompt?.kind === 'enter-parameter' && this.prompt.secret && reply.kind === 'answer') return { status: 'refused', why: `${this.prompt.name} is a secret, and what is answered here is kept in the history of the run`, advice: "put it into the worker's environment and start the worker again" };
    if (!isRunning && reply.kind !== 'note') {
      this.answered = reply.to;
      this.prompt = null;
    }
    void this.send(reply);
    return { status: 'taken' };
  }

  private answerHere(reply: Reply): ReplyResult {
    const { own } = this;
    this.own = null;
    this.prompt = null;
    own?.(reply);
    return { status: 'taken' };
  }

  private async send(reply: Reply): Promise<void> {
    const why = await replyUntilHad(this.remote, { reply, who: this.parts.who });
    if (why !== null) this.tooLate(reply, why);
    this.pace.hurry();
  }

  private tooLate({ kind }: Reply, why: string): void {
    this.answered = null;
    this.say(`your answer "${kind}" was not taken: ${why}`);
  }

  stopPiece(): void {
    this.remote.stop({ ...this.parts.who, run: this.run ?? '' }).catch((error: unknown) => this.tooLate({ kind: 'stop', to: '' }, errorMessage(error)));
  }

  /** The run continues without this terminal. */
  end(reason: string): void {
    this.leave(reason);
    // A row that is being asked about will be written as it is by whoever joins next.
    if (this.own !== null) this.answerHere({ kind: 'leave', to: '', then: 'resume' });
  }

  private leave(reason: string): ReplyResult {
    this.gone = this.leaving(reason);
    this.prompt = null;
    this.pace.hurry();
    return { status: 'taken' };
  }

  private leaving(reason: string): Finished {
    return { id: randomUUID(), kind: 'finished', status: 'left', counts: NO_COUNTS, outcome: 'The run goes on without this terminal', reason, run: this.run, durationMs: Math.round(this.elapsedMs), next: this.parts.joins, row: NO_ROW };
  }

  subscribe(listener: Listener<WalkChange>): () => void {
    return this.listeners.add(listener);
  }

  private say(text: string): void {
    void this.tell({ kind: 'told', text });
  }

  private async tell(change: WalkChange): Promise<void> {
    await this.listeners.tell(change);
  }

  mask(text: string): string {
    return text;
  }

  outputTail(step: string, piece: number, bytes?: number): string {
    return this.outputs.tail(step, piece, bytes);
  }
}
