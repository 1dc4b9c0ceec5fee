import { join } from 'node:path';
import { type Listener, type OutcomeCounts, pieceState, Redactor, type RunEvent, type RunFinished, type RunState, SHORTEST_SECRET, type Unstamped, workedMs } from '../../events/index.ts';
import { errorMessage } from '../../model/index.ts';
import { processGroupFile, readOutputTail } from '../../state/index.ts';
import { Background } from './background.ts';
import { Emitter } from './emitter.ts';
import { runExitTraps } from './exit-trap.ts';
import { PieceRunner } from './piece-runner.ts';
import { Places } from '../places/index.ts';
import { lostState } from './lost-state.ts';
import { RunBooks } from './run-books.ts';
import { learnSecret, learnSecrets, secretTest } from './secrets.ts';
import { firstState, loadShellState, saveShellState, Shell, shellSurroundings } from '../shell/index.ts';
import type { SessionParts } from './session-parts.ts';
import type { PieceOptions, PieceResult, RunSession } from '../types.ts';

/** The engine behind `RunSession`. */
export class Session extends RunBooks implements RunSession {
  readonly id: string;
  readonly folder: string;
  private readonly parts: SessionParts;
  private readonly redactor = new Redactor();
  private readonly emitter: Emitter;
  private readonly shell: Shell;
  private readonly places: Places;
  /** Names of secrets that are too short to be masked. */
  private readonly short: readonly string[];
  private readonly background: Background;
  private readonly began: number;
  /** Milliseconds of work on the run before it was resumed. */
  private readonly before: number;
  private readonly runner: PieceRunner;
  /** What a resumed run has lost, in words; `null` if nothing. */
  private readonly lost: string | null;

  constructor(parts: SessionParts) {
    super(parts.plan);
    this.parts = parts;
    this.id = parts.id;
    this.folder = parts.folder;
    const { id, folder, journal, clock, env, plan } = parts;
    const { redactor } = this;
    this.emitter = new Emitter({ id, journal, clock, redactor, earlier: parts.earlier });
    this.short = learnSecrets(redactor, plan, env);
    for (const { name, value } of parts.secrets ?? []) learnSecret(redactor, name, value);
    const left = parts.earlier.length === 0 ? null : loadShellState(folder);
    const common = { name: plan.runbook.path, pid: processGroupFile(folder), secrecy: { isSecret: secretTest(plan), learn: (name: string, value: string) => learnSecret(redactor, name, value), holds: (text: string) => redactor.holds(text) } };
    this.shell = new Shell({ ...common, folder: join(folder, 'shell'), env, oldBash: process.platform === 'darwin' }, left ?? firstState(parts.cwd, env));
    this.places = new Places({ ...common, folder, around: () => this.surroundings(), resumed: parts.earlier.length > 0 });
    this.lost = parts.earlier.length === 0 ? null : lostState(left, this.emitter.state);
    this.background = new Background(this.emitter, clock);
    this.runner = new PieceRunner({ ...parts, emitter: this.emitter, redactor, shell: this.shell, places: this.places, background: this.background, isSecret: (name) => this.isSecret(name), setParameter: (name, value, source) => this.setParameter(name, value, source) });
    if (parts.earlier.length > 0) this.planAgain();
    this.began = clock.monotonic();
    this.before = workedMs(this.emitter.state);
  }

  get state(): RunState {
    return this.emitter.state;
  }

  get events(): readonly RunEvent[] {
    return this.emitter.events;
  }

  get broken(): string | null {
    return this.emitter.broken;
  }

  get terminalGiven(): boolean {
    return this.runner.terminal.isGiven;
  }

  get backgroundFailure(): string | null {
    return this.background.failure;
  }

  mask(text: string): string {
    return this.redactor.redact(text);
  }

  /** Warns of what a resumed run has lost, and of secrets that are too short to be masked. */
  warn(): void {
    if (this.lost !== null) this.note(this.lost, 'warning');
    if (this.short.length > 0) this.note(`too short to be hidden where they show up (under ${SHORTEST_SECRET} characters): ${this.short.join(', ')}`, 'warning');
  }

  subscribe(listener: Listener<RunEvent>): () => void {
    return this.emitter.subscribe(listener);
  }

  /** Emits an event of the run itself; the first comes from `openRun`. */
  emit(event: Unstamped): void {
    void this.emitter.emit(event);
  }

  surroundings(): ReturnType<RunSession['surroundings']> {
    return shellSurroundings(this.shell.state, this.parts.env);
  }

  async runPiece(stepId: string, index: number, options: PieceOptions = {}): Promise<PieceResult> {
    if (this.broken !== null) throw new Error(this.broken);
    const { step, piece } = this.find(stepId, index);
    const captured = step.pins.capture?.value.map(({ parameter }) => parameter) ?? [];
    if (!piece.missing.every((name) => captured.includes(name))) throw new Error(`step ${stepId} was started without ${piece.missing.join(', ')}`);
    const result = await this.runner.run({ plan: this.plan, step, piece, options });
    if (this.plan.request.skipped?.some((place) => place.step === stepId && place.piece === index) === true) this.planAgain();
    return result;
  }

  stopPiece(): void {
    void this.runner.stop('operator');
  }

  outputTail(step: string, piece: number, bytes = 64_000): string {
    const attempt = pieceState(this.state, { step, piece })?.attempt;
    return attempt === undefined ? '' : readOutputTail(this.folder, { step, piece, attempt }, bytes);
  }

  async finish(status: RunFinished['status'], reason: string, counts?: OutcomeCounts): Promise<RunState> {
    await this.runner.stop('operator');
    await this.background.end();
    const trapped = await runExitTraps({ shell: this.shell, places: this.places, emitter: this.emitter, redactor: this.redactor, clock: this.parts.clock }, status === 'passed' ? 0 : 1);
    const outcome = status === 'passed' && trapped !== null ? ({ status: 'failed', reason: trapped } as const) : { status, reason };
    const end = { type: 'run-finished', ...outcome, durationMs: Math.round(this.before + this.parts.clock.monotonic() - this.began), ...(counts === undefined ? {} : { counts }) } as const;
    const row = await this.keepRow({ ...end, run: this.id, time: this.parts.clock.now().toISOString() });
    this.record({ ...end, row });
    return this.state;
  }

  /** The run ends even if its row cannot be kept, since the row can be made again from the journal. */
  private async keepRow(end: RunFinished): Promise<'due' | 'none'> {
    try {
      return (await this.parts.keepRow?.(this, end)) === true ? 'due' : 'none';
    } catch (error) {
      this.note(`the history row could not be kept: ${errorMessage(error)}`, 'warning');
      return 'due';
    }
  }

  async close({ resumable } = { resumable: false }): Promise<void> {
    await this.background.end();
    await this.parts.settle?.();
    if (resumable) {
      saveShellState(this.folder, this.shell.state, '');
      this.places.saveAll();
    } else this.shell.remove();
    this.shell.release();
    await this.places.close();
    this.parts.journal.close();
    for (const lock of this.parts.locks) await lock.release();
  }

  protected get operator(): string {
    return this.parts.operator;
  }

  protected sync(): void {
    this.emitter.sync();
  }

  protected hide(name: string, value: string): void {
    if (!learnSecret(this.redactor, name, value)) this.note(`the value of ${name} has fewer than ${SHORTEST_SECRET} characters and is not masked`, 'warning');
  }
}
