import { initialState, type Listener, Listeners, type RunState, workedMs } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { eachText } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { refusalOf } from './refusals.ts';
import { lookAt } from './look.ts';
import type { Draft } from '../asking/index.ts';
import type { Earlier } from '../machine.ts';
import { type CommonReply, type Finished, type Prompt, refused, type Reply, type ReplyResult, type Running, type Walk, type WalkChange } from '../prompts/index.ts';

/** A reply that takes the walk somewhere else, whatever was asked. */
export type Turn = Extract<CommonReply, { kind: 'go-to' | 'change' | 'leave' }> | { readonly kind: 'ended'; readonly reason: string };

/** The answer to a prompt: one of its own replies, or a turn. */
export type Heard = { readonly turn: Turn } | { readonly turn: null; readonly reply: Exclude<Reply, CommonReply> };

const TURNS: ReadonlySet<Reply['kind']> = new Set(['go-to', 'change', 'leave']);

/** The side of the walk that faces see: it holds the current prompt, tells listeners, and checks whether a reply fits. It decides nothing. */
export class Conversation implements Walk {
  session: RunSession | null = null;
  prompt: Prompt | null = null;
  running: Running | null = null;
  /** Set once the run is to end in order. */
  endedBy: string | null = null;
  /** Set by a reply `leave` while something runs. */
  leaving: Turn | null = null;
  private first: Plan;
  private readonly ids: string;
  private readonly resumed: boolean;
  private readonly earlier: Earlier | null;
  private readonly listeners = new Listeners<WalkChange>();
  private heard: ((heard: Heard) => void) | null = null;
  private wake: (() => void) | null = null;
  private count = 0;
  private began: number | null = null;
  private readonly start: (conversation: Conversation) => Promise<Draft<Finished>>;

  constructor(options: { readonly plan: Plan; readonly ids: string; readonly resumed: boolean; readonly earlier?: Earlier }, start: (conversation: Conversation) => Promise<Draft<Finished>>) {
    this.first = options.plan;
    this.ids = options.ids;
    this.resumed = options.resumed;
    this.earlier = options.earlier ?? null;
    this.start = start;
  }

  get plan(): Plan {
    return this.session?.plan ?? this.first;
  }

  get state(): RunState {
    return this.session?.state ?? this.earlier?.state ?? initialState('');
  }

  get run(): string | null {
    return this.session?.id ?? null;
  }

  get broken(): string | null {
    return this.session?.broken ?? null;
  }

  get terminalGiven(): boolean {
    return this.session?.terminalGiven ?? false;
  }

  get elapsedMs(): number {
    const { state } = this;
    if (state.durationMs !== null) return state.durationMs;
    return this.began === null ? 0 : this.before + performance.now() - this.began;
  }

  private before = 0;

  async begin(): Promise<Finished> {
    const draft = await this.start(this);
    const finished: Finished = { ...draft, id: this.nextId() };
    this.running = null;
    this.prompt = finished;
    void this.listeners.tell({ kind: 'prompt', prompt: finished });
    return finished;
  }

  /** The plan, before there is a run that has it. */
  planned(plan: Plan): void {
    this.first = plan;
  }

  /** Called when the run is open; passes on its events from here on. */
  opened(session: RunSession): void {
    this.before = this.resumed ? workedMs(session.state) : 0;
    this.began = performance.now();
    this.session = session;
    session.subscribe((event) => this.listeners.tell({ kind: 'event', event }));
  }

  reply(reply: Reply): ReplyResult {
    if (this.running !== null && reply.to === this.running.id) return this.whileRunning(reply);
    const refusal = refusalOf(this.prompt, reply, this);
    if (refusal !== null) return refusal;
    if (reply.kind === 'look') return { status: 'shown', look: lookAt(this, reply.step, reply.piece) };
    if (reply.kind === 'note') return this.noted(reply.text);
    const { heard } = this;
    this.heard = null;
    this.prompt = null;
    heard?.(isTurn(reply) ? { turn: reply } : { turn: null, reply });
    return { status: 'taken' };
  }

  private whileRunning(reply: Reply): ReplyResult {
    if (reply.kind === 'note') return reply.text.trim() === '' ? refused('the note is empty', 'write something, or nothing') : this.noted(reply.text);
    if (reply.kind === 'look') return { status: 'shown', look: lookAt(this, reply.step, reply.piece) };
    if (reply.kind !== 'leave') return refused(`a step is running, and takes no ${reply.kind}`, 'wait for it, or stop it');
    this.leaving = reply;
    this.stopPiece();
    return { status: 'taken' };
  }

  private noted(text: string): ReplyResult {
    if (this.session === null) return refused('the run has not begun', 'choose a target first');
    this.session.note(text, 'operator', placeOf(this.running ?? this.prompt));
    return { status: 'taken' };
  }

  /** Asks, and resolves with an answer that fits. */
  ask(draft: Draft): Promise<Heard> {
    if (this.endedBy !== null) return Promise.resolve({ turn: { kind: 'ended', reason: this.endedBy } });
    const prompt = { ...eachText(draft, (text) => this.mask(text)), id: this.nextId() } as Prompt;
    this.prompt = prompt;
    const heard = new Promise<Heard>((done) => (this.heard = done));
    void this.listeners.tell({ kind: 'prompt', prompt });
    return heard;
  }

  /** Sets what is running; `null` when nothing is. */
  runs(running: Omit<Running, 'id'> | null): void {
    this.running = running === null ? null : { ...running, id: this.running?.id ?? this.nextId() };
    if (this.running !== null) void this.listeners.tell({ kind: 'running', running: this.running });
  }

  /** Waits, unless somebody stops it. Returns whether the whole time passed. */
  pause(ms: number): Promise<boolean> {
    return new Promise((done) => {
      const timer = setTimeout(() => this.awake(true, done), ms);
      this.wake = () => {
        clearTimeout(timer);
        this.awake(false, done);
      };
    });
  }

  private awake(waited: boolean, done: (waited: boolean) => void): void {
    this.wake = null;
    done(waited);
  }

  stopPiece(): void {
    this.wake?.();
    this.session?.stopPiece();
  }

  end(reason: string): void {
    if (this.endedBy !== null) return;
    this.endedBy = reason;
    const { heard } = this;
    this.heard = null;
    if (heard !== null) this.prompt = null;
    this.stopPiece();
    heard?.({ turn: { kind: 'ended', reason } });
  }

  subscribe(listener: Listener<WalkChange>): () => void {
    return this.listeners.add(listener);
  }

  mask(text: string): string {
    return this.session?.mask(text) ?? text;
  }

  outputTail(step: string, piece: number, bytes?: number): string {
    return this.session?.outputTail(step, piece, bytes) ?? this.earlier?.outputTail(step, piece) ?? '';
  }

  private nextId(): string {
    this.count += 1;
    return `${this.ids}-${this.count}`;
  }
}

function isTurn(reply: Reply): reply is Extract<Turn, CommonReply> {
  return TURNS.has(reply.kind);
}

function placeOf(at: Prompt | Running | null): string | undefined {
  return at !== null && 'step' in at ? at.step : undefined;
}
