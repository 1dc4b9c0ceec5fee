import { isSamePiece } from '../../model/index.ts';
import { type At, createWalk, type Prompt, type RunPiece, type Walk, type WalkChange } from '../../walk/index.ts';
import type { AgentWalk } from '../host.ts';

/** How long an endless command is watched. */
const FOLLOW_MS = 10_000;

/** A walk that an agent drives, with the current question and a way to wait for it. */
export class AgentRun {
  readonly walk: Walk;
  readonly options: AgentWalk;
  /** Resolves when nothing of it is running any more. */
  readonly ended: Promise<void>;
  /** Why the walk broke, if it did. */
  failure: unknown = null;
  /** What a person is currently asked through the client. */
  asking: AbortController | null = null;
  /** What was heard last, in words: what came of asking a person, or that the engine does not answer. */
  heard: string | null = null;
  /** Prompts that a person declined. */
  readonly declined = new Set<string>();
  /** The latest piece that was asked for. */
  last: RunPiece | null = null;
  /** The latest place that ran. */
  ran: At | null = null;
  /** Called after each change. */
  private readonly listeners = new Set<() => void>();
  private watch: NodeJS.Timeout | undefined;

  constructor(options: AgentWalk) {
    this.options = options;
    this.walk = options.engine?.walk ?? createWalk(options);
    this.walk.subscribe((change) => this.changed(change));
    this.ended = this.walk.begin().then(
      () => this.over(),
      (failure: unknown) => {
        this.failure = failure;
        return this.over();
      },
    );
  }

  private async over(): Promise<void> {
    this.told();
    await this.options.engine?.close();
  }

  /** What the agent has to answer; `null` while something runs or a person is asked. */
  get prompt(): Prompt | null {
    return this.asking === null ? this.walk.prompt : null;
  }

  /** Resolves when there is something to answer, the walk has broken, or the time is up. */
  async rest(ms: number): Promise<void> {
    if (this.isAtRest) return;
    let stop = (): void => undefined;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((done) => {
      stop = this.onChange(() => this.isAtRest && done());
      timer = setTimeout(done, ms);
    });
    clearTimeout(timer);
    stop();
  }

  private get isAtRest(): boolean {
    return this.failure !== null || this.prompt !== null;
  }

  /** Subscribes to changes; the returned function ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Records that a person is being asked, or no longer, with the result in words. */
  asks(asking: AbortController | null, heard: string | null): void {
    this.asking = asking;
    this.heard = heard;
    this.told();
  }

  /** Leaves the run so that it can be resumed; resolves once it is closed. */
  async leave(): Promise<void> {
    const { walk } = this;
    this.asking?.abort();
    const at = walk.running?.id ?? walk.prompt?.id;
    // At the question about the row it is too late to leave, so the row is written as it is.
    if (at === undefined || walk.prompt?.kind === 'record-row') walk.end('its agent went away');
    else walk.reply({ kind: 'leave', to: at, then: 'resume' });
    await this.ended;
  }

  private changed(change: WalkChange): void {
    if (change.kind === 'prompt' && change.prompt.kind === 'run-piece') this.last = change.prompt;
    if (change.kind === 'running') this.ran = { step: change.running.step, piece: change.running.piece };
    if (change.kind === 'told') this.heard = change.text;
    if (change.kind === 'prompt' || change.kind === 'running') {
      clearTimeout(this.watch);
      const follows = change.kind === 'running' && this.last?.follow != null && isSamePiece(this.last, change.running);
      if (follows) this.watch = setTimeout(() => this.walk.stopPiece(), FOLLOW_MS);
    }
    this.told();
  }

  private told(): void {
    for (const listener of this.listeners) listener();
  }
}
