import { join } from 'node:path';
import type { ExpectationChecked, ParameterSet, RunEvent, RunState, StepStatus, Unstamped } from '../events/index.ts';
import { Redactor, SHORTEST_SECRET } from '../events/index.ts';
import { positionAt } from '../model/index.ts';
import type { CommandStep } from '../model/index.ts';
import { isSecretName, planRun, secretNames } from '../plan/index.ts';
import type { Plan, PlannedPiece, PlanProblem, PlanRequest } from '../plan/index.ts';
import { readOutputTail } from '../state/index.ts';
import type { Journal, Lock } from '../state/index.ts';
import { AttemptOutput } from './attempt.ts';
import { Background } from './background.ts';
import { check, failureReason } from './checks.ts';
import { Emitter } from './emitter.ts';
import { endTree } from './process-tree.ts';
import { Shell } from './shell.ts';
import type { RunningShell, ShellEnd } from './shell.ts';
import type { Clock, PieceOptions, PieceResult, RunSession, TerminalPort } from './types.ts';

/** What a session is made of; `openRun` gathers it. */
export interface SessionParts {
  readonly id: string;
  readonly folder: string;
  readonly journal: Journal;
  readonly lock: Lock;
  readonly plan: Plan;
  readonly state: RunState | null;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number | null;
  readonly clock: Clock;
  readonly terminal: TerminalPort | null;
}

/** The engine behind `RunSession`. */
export class Session implements RunSession {
  readonly id: string;
  readonly folder: string;
  private readonly parts: SessionParts;
  private readonly redactor = new Redactor();
  private readonly emitter: Emitter;
  private readonly shell: Shell;
  private readonly background: Background;
  private readonly began: number;
  /** Milliseconds that the run had taken before it was resumed. */
  private readonly before: number;
  private current: Plan;
  private running: { readonly code: RunningShell; stopped: 'operator' | 'timeout' | null } | null = null;
  terminalGiven = false;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.id = parts.id;
    this.folder = parts.folder;
    this.current = parts.plan;
    const { id, journal, clock } = parts;
    this.emitter = new Emitter({ id, journal, clock, redactor: this.redactor, ...(parts.state === null ? {} : { state: parts.state }) });
    const hidden = this.hideSecrets();
    const { path } = parts.plan.runbook;
    this.shell = new Shell({ folder: join(parts.folder, 'shell'), name: path, cwd: parts.cwd, env: parts.env, secretNames: hidden });
    this.background = new Background((event) => this.emitter.emit(event), clock);
    this.began = clock.monotonic();
    this.before = parts.state === null ? 0 : elapsed(parts.state);
  }

  get plan(): Plan {
    return this.current;
  }

  get state(): RunState {
    return this.emitter.state;
  }

  get broken(): string | null {
    return this.emitter.broken;
  }

  subscribe(listener: (event: RunEvent) => void | Promise<void>): () => void {
    return this.emitter.subscribe(listener);
  }

  /** An event of the run itself; `openRun` begins with one. */
  emit(event: Unstamped): void {
    void this.emitter.emit(event);
  }

  setParameter(name: string, value: string, source: ParameterSet['source']): PlanProblem | null {
    const request: PlanRequest = { ...this.current.request, values: { ...this.current.request.values, [name]: value } };
    const { plan, problems } = planRun(this.current.runbook, request);
    const known = new Set(planRun(this.current.runbook, this.current.request).problems.map(({ what }) => what));
    const problem = problems.find(({ what }) => !known.has(what));
    if (problem !== undefined) return problem;
    this.current = plan;
    const secret = this.isSecret(name);
    if (secret) this.hide(name, value);
    this.emit({ type: 'parameter-set', name, value: secret ? '***' : value, source, secret });
    return null;
  }

  async runPiece(stepId: string, index: number, options: PieceOptions = {}): Promise<PieceResult> {
    const { step, piece } = this.find(stepId, index);
    if (this.running !== null) throw new Error(`step ${stepId} was started while another runs`);
    if (this.broken !== null) throw new Error(this.broken);
    const { pins } = step;
    const terminal = this.needsTerminal(piece);
    const attempt = (this.state.steps[stepId]?.pieces[index]?.attempt ?? 0) + 1;
    const place = { step: stepId, piece: index, attempt };
    const code = options.code ?? runnable(step, piece);
    const background = pins.background?.value === true;
    const began = this.parts.clock.monotonic();
    const output = new AttemptOutput(this.redactor, (stream, text, bytes) => this.emitter.emit({ type: 'output', ...place, stream, text }, bytes));
    const launch = (): RunningShell =>
      this.shell.run({
        code,
        line: positionAt(this.current.runbook.source, piece.code.lineOffsets[0] ?? 0).line,
        errexit: pins.errexit?.value !== false,
        cwd: pins.cwd?.value ?? null,
        exports: this.exportsOf(piece),
        interpreter: pins.interpreter?.value ?? null,
        terminal,
        onOutput: (stream, bytes) => output.push(stream, bytes),
      });
    this.emit({
      type: 'step-started',
      ...place,
      kind: 'command',
      title: piece.title ?? step.title,
      code,
      ...(options.code === undefined ? {} : { original: piece.code.text }),
      ...(terminal ? { interactive: true } : {}),
      ...(background ? { background: true } : {}),
      ...(piece.piece.follow === null ? {} : { follow: true }),
    });
    if (this.broken !== null) throw new Error(this.broken);
    if (background) {
      this.background.add(place, launch(), output);
      return { outcome: 'passed', exitCode: null, signal: null, failure: null, checks: [], endsBlock: false, reason: '' };
    }
    const end = await this.supervise(launch, terminal, pins.timeout?.value ?? this.parts.timeoutMs);
    output.end();
    return this.conclude({ place, step, piece, end, output, durationMs: this.parts.clock.monotonic() - began, terminal });
  }

  judge(step: string, piece: number, index: number, status: 'held' | 'failed', reason: string): void {
    const known = this.state.steps[step]?.pieces[piece]?.expectations.find((expectation) => expectation.index === index);
    if (known === undefined) return;
    const { run: _run, time: _time, ...event } = known;
    this.emit({ ...event, status, reason });
    this.emitter.sync();
  }

  accept(step: string, piece: number, reason: string): void {
    const known = this.state.steps[step]?.pieces[piece];
    if (known === undefined) return;
    for (const { run: _run, time: _time, ...event } of known.expectations) if (event.status === 'failed') this.emit({ ...event, accepted: reason });
    if (known.finished !== null && this.state.steps[step]?.pieces[piece]?.accepted === null) {
      const { run: _run, time: _time, ...event } = known.finished;
      this.emit({ ...event, accepted: reason });
    }
    this.emitter.sync();
  }

  skip(step: string, piece: number | null, reason: string, by: 'operator' | 'plan' | 'unbound-host' = 'operator'): void {
    this.emit({ type: 'step-skipped', step, piece, reason, by, title: this.titleOf(step, piece) });
    this.emitter.sync();
  }

  markDone(step: string, reason?: string): void {
    const place = { step, piece: 0, attempt: (this.state.steps[step]?.pieces[0]?.attempt ?? 0) + 1 };
    this.emit({ type: 'step-started', ...place, kind: 'manual', title: this.titleOf(step, null), code: '' });
    this.emit({ type: 'step-finished', ...place, status: 'passed', exitCode: null, durationMs: 0, ...(reason === undefined ? {} : { reason }) });
    this.emitter.sync();
  }

  note(text: string, level: 'operator' | 'info' | 'warning' = 'operator', step?: string): void {
    this.emit({ type: 'note', text, level, ...(step === undefined ? {} : { step }) });
    this.emitter.sync();
  }

  stopPiece(): void {
    this.stop('operator');
  }

  outputTail(step: string, piece: number, bytes = 64_000): string {
    const attempt = this.state.steps[step]?.pieces[piece]?.attempt;
    return attempt === undefined ? '' : readOutputTail(this.folder, { step, piece, attempt }, bytes);
  }

  async finish(status: 'passed' | 'failed' | 'aborted', reason: string): Promise<RunState> {
    if (this.running !== null) {
      const { code } = this.running;
      this.stop('operator');
      await code.ended;
    }
    await this.background.end();
    await this.runExitTrap();
    this.emit({ type: 'run-finished', status, reason, durationMs: Math.round(this.before + this.parts.clock.monotonic() - this.began) });
    this.emitter.sync();
    return this.state;
  }

  recorded(row: string, status: 'written' | 'kept', reason?: string): void {
    this.emit({ type: 'history-recorded', row, status, ...(reason === undefined ? {} : { reason }) });
    this.emitter.sync();
  }

  async close({ resumable } = { resumable: false }): Promise<void> {
    if (!resumable) this.shell.close();
    this.parts.journal.close();
    await this.parts.lock.release();
  }

  private find(stepId: string, index: number): { step: CommandStep; piece: PlannedPiece } {
    const planned = this.current.steps.find(({ step }) => step.id === stepId);
    const piece = planned?.pieces[index];
    if (planned === undefined || piece === undefined || planned.step.kind !== 'command') throw new Error(`no piece ${index} in step ${stepId}`);
    if (piece.missing.length > 0) throw new Error(`step ${stepId} was started without ${piece.missing.join(', ')}`);
    return { step: planned.step, piece };
  }

  /** `sudo` alone asks on the terminal in the walk; unattended it has none and fails by itself. */
  private needsTerminal(piece: PlannedPiece): boolean {
    return piece.piece.interactive !== null && this.parts.terminal !== null;
  }

  private async supervise(launch: () => RunningShell, terminal: boolean, timeoutMs: number | null): Promise<ShellEnd> {
    let end: ShellEnd | undefined;
    const work = async (): Promise<void> => {
      const code = launch();
      this.running = { code, stopped: null };
      this.stoppedBy = null;
      if (code.pid !== null && !terminal) this.parts.journal.processGroup(code.pid);
      const timer = timeoutMs === null ? undefined : setTimeout(() => this.stop('timeout'), timeoutMs);
      end = await code.ended;
      clearTimeout(timer);
      this.running = null;
      this.parts.journal.processGroup(null);
    };
    if (terminal && this.parts.terminal !== null) {
      this.terminalGiven = true;
      await this.parts.terminal.handOver(work).finally(() => (this.terminalGiven = false));
    } else await work();
    if (end === undefined) throw new Error('the shell did not start');
    return end;
  }

  private stoppedBy: 'operator' | 'timeout' | null = null;

  private stop(by: 'operator' | 'timeout'): void {
    const { running } = this;
    if (running === null || running.stopped !== null || running.code.pid === null) return;
    running.stopped = by;
    this.stoppedBy = by;
    void endTree(running.code.pid, running.code.exited);
  }

  private conclude(done: { readonly place: { readonly step: string; readonly piece: number; readonly attempt: number }; readonly step: CommandStep; readonly piece: PlannedPiece; readonly end: ShellEnd; readonly output: AttemptOutput; readonly durationMs: number; readonly terminal: boolean }): PieceResult {
    const { place, step, piece, end, output } = done;
    const stoppedBy = this.stoppedBy;
    const seen = { stdout: output.seen.stdout.text(), stderr: output.seen.stderr.text() };
    const unseen = done.terminal ? 'its output went to the terminal' : null;
    const events = check(place, piece.expectations, seen, { stopped: stoppedBy !== null, unseen });
    for (const event of events) this.emit(event);
    const allowed = step.pins.exit?.value ?? [0];
    const statusCounts = end.exitCode !== null && allowed.includes(end.exitCode);
    const reason = stoppedBy === null ? failureReason({ ...end, statusCounts }, events) : stoppedBy === 'timeout' ? 'ran out of time' : 'stopped';
    const outcome: StepStatus = stoppedBy === 'timeout' ? 'timed-out' : stoppedBy === 'operator' ? 'stopped' : reason === '' ? 'passed' : 'failed';
    this.emit({ type: 'step-finished', ...place, status: outcome, exitCode: end.exitCode, ...(end.signal === null ? {} : { signal: end.signal }), durationMs: Math.round(done.durationMs), ...(reason === '' ? {} : { reason }) });
    this.emitter.sync();
    if (outcome === 'passed') this.capture(step, `${seen.stdout}${seen.stderr}`, end.outputs);
    const checks = this.state.steps[place.step]?.pieces[place.piece]?.expectations ?? ([] as ExpectationChecked[]);
    return { outcome, exitCode: end.exitCode, signal: end.signal, failure: end.failure, checks, endsBlock: end.exitCalled === true && outcome === 'passed', reason };
  }

  private capture(step: CommandStep, output: string, written: Readonly<Record<string, string>>): void {
    const found = (step.pins.capture?.value ?? []).flatMap(({ parameter, pattern, flags }) => {
      const match = new RegExp(pattern, flags.replace(/[gy]/g, '')).exec(output);
      const value = match?.[1] ?? match?.[0];
      return value === undefined ? [] : [[parameter, value] as const];
    });
    for (const [name, value] of [...found, ...Object.entries(written)]) {
      const problem = this.setParameter(name, value, 'capture');
      if (problem !== null) this.note(`${name} was not set from the output: ${problem.why}`, 'warning', step.id);
    }
  }

  private exportsOf(piece: PlannedPiece): Record<string, string> {
    return { ...piece.environment };
  }

  private titleOf(id: string, piece: number | null): string {
    const planned = this.current.steps.find(({ step }) => step.id === id);
    return (piece === null ? null : planned?.pieces[piece]?.title) ?? planned?.step.title ?? id;
  }

  private isSecret(name: string): boolean {
    return isSecretName(name) || secretNames(this.current.runbook).has(name);
  }

  /** Hide the values of all variables and parameters that are secrets. Returns the names of the variables. */
  private hideSecrets(): string[] {
    const names = Object.keys(this.parts.env).filter((name) => this.isSecret(name));
    for (const name of names) this.redactor.add(this.parts.env[name] ?? '');
    for (const { value, secret } of this.current.parameters) if (secret && value !== null) this.redactor.add(value);
    return [...new Set([...names, ...secretNames(this.current.runbook)])];
  }

  private hide(name: string, value: string): void {
    if (!this.redactor.add(value)) this.note(`the value of ${name} has fewer than ${SHORTEST_SECRET} characters and is not masked`, 'warning');
  }

  private async runExitTrap(): Promise<void> {
    const code = this.shell.exitTrap();
    if (code === null || this.broken !== null) return;
    const place = { step: 'exit-trap', piece: 0, attempt: 1 };
    const output = new AttemptOutput(this.redactor, (stream, text, bytes) => this.emitter.emit({ type: 'output', ...place, stream, text }, bytes));
    const began = this.parts.clock.monotonic();
    this.emit({ type: 'step-started', ...place, kind: 'command', title: 'EXIT trap', code });
    const { ended, pid, exited } = this.shell.run({ code, line: 1, errexit: false, cwd: null, exports: {}, interpreter: null, terminal: false, onOutput: (stream, bytes) => output.push(stream, bytes) });
    const timer = setTimeout(() => (pid === null ? undefined : void endTree(pid, exited)), 30_000);
    const end = await ended;
    clearTimeout(timer);
    output.end();
    this.emit({ type: 'step-finished', ...place, status: end.exitCode === 0 ? 'passed' : 'failed', exitCode: end.exitCode, durationMs: Math.round(this.parts.clock.monotonic() - began) });
  }
}

/** From a run's start to its last sign of life. */
function elapsed({ started, lastTime }: RunState): number {
  return started === null || lastTime === null ? 0 : Math.max(0, Date.parse(lastTime) - Date.parse(started.time));
}

/** What runs here: of a session on another machine only what opens it. */
export function runnable(step: CommandStep, { piece, code }: PlannedPiece): string {
  if (piece.remote === null) return code.text;
  const opening = step.code.text.slice(piece.start, piece.remote.typed.start).replace(/\n$/, '');
  return code.text.split('\n').slice(0, opening.split('\n').length).join('\n');
}
