import { join } from 'node:path';
import { type HistoryRecorded, type OutcomeCounts, type ParameterSet, Redactor, type RunEvent, type RunFinished, type RunState, SHORTEST_SECRET, type Unstamped, workedMs } from '../../events/index.ts';
import type { CommandStep } from '../../model/index.ts';
import { type Plan, type PlannedPiece, type PlanProblem, planRun, type PlanRequest } from '../../plan/index.ts';
import { processGroupFile, readOutputTail } from '../../state/index.ts';
import { Background } from './background.ts';
import { Emitter } from './emitter.ts';
import { runExitTraps } from './exit-trap.ts';
import { PieceRunner } from './piece-runner.ts';
import { Places } from '../places/index.ts';
import { lostState } from './lost-state.ts';
import { learnSecret, learnSecrets, secretTest } from './secrets.ts';
import { neverRan } from './never-ran.ts';
import { firstState, loadShellState, saveShellState, Shell, shellSurroundings } from '../shell/index.ts';
import type { SessionParts } from './session-parts.ts';
import type { PieceOptions, PieceResult, RunSession } from '../types.ts';

/** The engine behind `RunSession`. */
export class Session implements RunSession {
  readonly id: string;
  readonly folder: string;
  private readonly parts: SessionParts;
  private readonly redactor = new Redactor();
  private readonly emitter: Emitter;
  private readonly shell: Shell;
  private readonly places: Places;
  /** Names of secrets that are too short to be hidden. */
  private readonly short: readonly string[];
  private readonly background: Background;
  private readonly began: number;
  /** Milliseconds that the run had taken before it was resumed. */
  private readonly before: number;
  private readonly runner: PieceRunner;
  /** What a resumed run has to do without, for people; `null` where nothing. */
  private readonly lost: string | null;
  private current: Plan;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.id = parts.id;
    this.folder = parts.folder;
    this.current = parts.plan;
    const { id, folder, journal, clock, env, plan } = parts;
    const { redactor } = this;
    this.emitter = new Emitter({ id, journal, clock, redactor, earlier: parts.earlier });
    this.short = learnSecrets(redactor, plan, env);
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

  get plan(): Plan {
    return this.current;
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
    return this.runner.terminalGiven;
  }

  get backgroundFailure(): string | null {
    return this.background.failure;
  }

  mask(text: string): string {
    return this.redactor.redact(text);
  }

  /** Says what a resumed run has to do without, and what is not hidden although its name asks for it. */
  warn(): void {
    if (this.lost !== null) this.note(this.lost, 'warning');
    if (this.short.length > 0) this.note(`too short to be hidden where they show up (under ${SHORTEST_SECRET} characters): ${this.short.join(', ')}`, 'warning');
  }

  subscribe(listener: (event: RunEvent) => void | Promise<void>): () => void {
    return this.emitter.subscribe(listener);
  }

  /** An event of the run itself; `openRun` begins with one. */
  emit(event: Unstamped): void {
    void this.emitter.emit(event);
  }

  setParameter(name: string, value: string, source: ParameterSet['source'], again: ParameterSet['again'] = []): PlanProblem | null {
    const problem = this.replan({ ...this.current.request, values: { ...this.current.request.values, [name]: value } });
    if (problem !== null) return problem;
    const secret = this.isSecret(name);
    if (secret) this.hide(name, value);
    const known = this.state.parameters[name];
    const shown = secret ? '***' : value;
    // A resumed run has told it already, and from where it came.
    if (known?.value === shown && !secret) return null;
    const was = known === undefined || (secret && source !== 'answer') ? {} : { was: known.value };
    this.emit({ type: 'parameter-set', name, value: shown, source: secret && known !== undefined && source === 'set' ? known.source : source, secret, ...(source === 'answer' ? { who: this.parts.operator } : {}), ...was, ...(again.length === 0 ? {} : { again }) });
    return null;
  }

  replan(request: PlanRequest): PlanProblem | null {
    const { plan, problems } = planRun(this.current.runbook, { ...request, skipped: neverRan(this.state) });
    const known = new Set(planRun(this.current.runbook, this.current.request).problems.map(({ what }) => what));
    const problem = problems.find(({ what }) => !known.has(what));
    if (problem === undefined) this.current = plan;
    return problem ?? null;
  }

  record(event: Unstamped): void {
    this.emit(event);
    this.emitter.sync();
  }

  surroundings(): ReturnType<RunSession['surroundings']> {
    return shellSurroundings(this.shell.state, this.parts.env);
  }

  async runPiece(stepId: string, index: number, options: PieceOptions = {}): Promise<PieceResult> {
    if (this.broken !== null) throw new Error(this.broken);
    const { step, piece } = this.find(stepId, index);
    const result = await this.runner.run({ plan: this.current, step, piece, options });
    if (this.current.request.skipped?.some((place) => place.step === stepId && place.piece === index) === true) this.planAgain();
    return result;
  }

  judge(step: string, piece: number, index: number, status: 'held' | 'failed', reason: string): void {
    const known = this.state.steps[step]?.pieces[piece]?.expectations.find((expectation) => expectation.index === index);
    if (known === undefined) return;
    const { run: _run, time: _time, ...event } = known;
    this.record({ ...event, status, reason, who: this.parts.operator });
  }

  accept(step: string, piece: number, reason: string): void {
    const known = this.state.steps[step]?.pieces[piece];
    if (known === undefined) return;
    for (const { run: _run, time: _time, ...event } of known.expectations) if (event.status === 'failed') this.emit({ ...event, accepted: reason, who: this.parts.operator });
    if (known.finished !== null && this.state.steps[step]?.pieces[piece]?.accepted === null) {
      const { run: _run, time: _time, ...event } = known.finished;
      this.emit({ ...event, accepted: reason, who: this.parts.operator });
    }
    this.emitter.sync();
  }

  skip(step: string, piece: number | null, reason: string, by: 'operator' | 'plan' | 'unbound-host' = 'operator'): void {
    this.record({ type: 'step-skipped', step, piece, reason, by, title: this.titleOf(step, piece), ...(by === 'operator' ? { who: this.parts.operator } : {}) });
    this.planAgain();
  }

  markDone(step: string, piece = 0, reason?: string): void {
    const place = { step, piece, attempt: (this.state.steps[step]?.pieces[piece]?.attempt ?? 0) + 1 };
    this.emit({ type: 'step-started', ...place, kind: 'manual', title: this.titleOf(step, piece), code: '' });
    this.record({ type: 'step-finished', ...place, status: 'passed', exitCode: null, durationMs: 0, ...(reason === undefined ? { who: this.parts.operator } : { reason }) });
  }

  note(text: string, level: 'operator' | 'info' | 'warning' = 'operator', step?: string): void {
    this.record({ type: 'note', text, level, ...(step === undefined ? {} : { step }) });
  }

  stopPiece(): void {
    void this.runner.stop('operator');
  }

  outputTail(step: string, piece: number, bytes = 64_000): string {
    const attempt = this.state.steps[step]?.pieces[piece]?.attempt;
    return attempt === undefined ? '' : readOutputTail(this.folder, { step, piece, attempt }, bytes);
  }

  async finish(status: 'passed' | 'failed' | 'aborted', reason: string, counts?: OutcomeCounts): Promise<RunState> {
    await this.runner.stop('operator');
    await this.background.end();
    const trapped = await runExitTraps({ shell: this.shell, places: this.places, emitter: this.emitter, redactor: this.redactor, clock: this.parts.clock }, status === 'passed' ? 0 : 1);
    const outcome = status === 'passed' && trapped !== null ? ({ status: 'failed', reason: trapped } as const) : { status, reason };
    const end = { type: 'run-finished', ...outcome, durationMs: Math.round(this.before + this.parts.clock.monotonic() - this.began), ...(counts === undefined ? {} : { counts }) } as const;
    const row = await this.keepRow({ ...end, run: this.id, time: this.parts.clock.now().toISOString() });
    this.record({ ...end, row });
    return this.state;
  }

  /** A row that cannot even be kept must not keep the run from ending: it can be made again from the journal. */
  private async keepRow(end: RunFinished): Promise<'due' | 'none'> {
    try {
      return (await this.parts.keepRow?.(this, end)) === true ? 'due' : 'none';
    } catch (error) {
      this.note(`the history row could not be kept: ${error instanceof Error ? error.message : String(error)}`, 'warning');
      return 'due';
    }
  }

  recorded(row: string, status: HistoryRecorded['status'], reason?: string): void {
    this.record({ type: 'history-recorded', row, status, ...(reason === undefined ? {} : { reason }) });
  }

  async close({ resumable } = { resumable: false }): Promise<void> {
    await this.background.end();
    if (resumable) {
      saveShellState(this.folder, this.shell.state, '');
      this.places.saveAll();
    } else this.shell.remove();
    this.shell.release();
    await this.places.close();
    this.parts.journal.close();
    for (const lock of this.parts.locks) await lock.release();
  }

  /** What a skipped piece would have set is asked for where it is read. */
  private planAgain(): void {
    if (this.current.runbook.variables.length > 0) this.replan(this.current.request);
  }

  private find(stepId: string, index: number): { step: CommandStep; piece: PlannedPiece } {
    const planned = this.current.steps.find(({ step }) => step.id === stepId);
    const piece = planned?.pieces[index];
    if (planned === undefined || piece === undefined || planned.step.kind !== 'command') throw new Error(`no piece ${index} in step ${stepId}`);
    const captured = planned.step.pins.capture?.value.map(({ parameter }) => parameter) ?? [];
    if (!piece.missing.every((name) => captured.includes(name))) throw new Error(`step ${stepId} was started without ${piece.missing.join(', ')}`);
    return { step: planned.step, piece };
  }

  private titleOf(id: string, piece: number | null): string {
    const planned = this.current.steps.find(({ step }) => step.id === id);
    return (piece === null ? null : planned?.pieces[piece]?.title) ?? planned?.step.title ?? id;
  }

  private isSecret(name: string): boolean {
    return secretTest(this.current)(name);
  }

  private hide(name: string, value: string): void {
    if (!learnSecret(this.redactor, name, value)) this.note(`the value of ${name} has fewer than ${SHORTEST_SECRET} characters and is not masked`, 'warning');
  }
}
