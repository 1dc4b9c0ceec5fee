import { type AttemptKey, nextAttempt, type ParameterSet, pieceState, type Redactor } from '../../events/index.ts';
import { type CommandStep, type Effect, errorMessage, isFar } from '../../model/index.ts';
import { getsTerminal, type PlanProblem, revealedBy } from '../../plan/index.ts';
import { JournalError } from '../../state/index.ts';
import { AttemptOutput } from './attempt.ts';
import type { Background } from './background.ts';
import { capturedValues } from './capture.ts';
import { check, failureReason } from './checks.ts';
import type { Emitter } from './emitter.ts';
import { type PieceJob, PieceShells, type PieceShellsParts } from './piece-shells.ts';
import type { RunningShell, ShellEnd } from '../shell/index.ts';
import { LentTerminal } from './lent-terminal.ts';
import { outcomeOf, STOPPED_BY, type StoppedBy } from './outcome-of.ts';
import { startedEvent } from './started-event.ts';
import { statusPasses } from './status-passes.ts';
import { learnSecret, makesSecret } from './secrets.ts';
import type { Clock, PieceResult } from '../types.ts';

interface PieceRunnerParts extends PieceShellsParts {
  /** Most milliseconds for a step; `null`: no limit. */
  readonly timeoutMs: number | null;
  /** The output of what may print a secret is stored all the same, because it is read from there. */
  readonly storesRevealed?: boolean;
  readonly clock: Clock;
  readonly emitter: Emitter;
  readonly redactor: Redactor;
  readonly background: Background;
  readonly isSecret: (name: string) => boolean;
  readonly setParameter: (name: string, value: string, source: ParameterSet['source']) => PlanProblem | null;
}

interface Running {
  readonly code: RunningShell;
  stoppedBy: StoppedBy | null;
  gone: Promise<void>;
}

interface Done {
  readonly end: ShellEnd;
  readonly stoppedBy: Running['stoppedBy'];
  readonly output: AttemptOutput;
  readonly durationMs: number;
  readonly terminal: boolean;
  /** Whether what it wrote is stored. */
  readonly stored: boolean;
}

/** Effects of pieces that nobody can put back, or can be sure to. */
const ONCE: ReadonlySet<Effect> = new Set(['destroys', 'unknown']);

/** Runs pieces one at a time: the process and its limits, the checks, the captures. */
export class PieceRunner {
  readonly terminal: LentTerminal;
  private readonly parts: PieceRunnerParts;
  private running: Running | null = null;
  private busy = false;
  private stopAsked = false;
  private readonly shells: PieceShells;

  constructor(parts: PieceRunnerParts) {
    this.parts = parts;
    this.terminal = new LentTerminal(parts.terminal);
    this.shells = new PieceShells(parts);
  }

  /** Ends the running piece, if there is one; settles when it is gone. */
  async stop(by: 'operator' | 'timeout'): Promise<void> {
    this.stopAsked = this.busy;
    this.parts.places.giveUp();
    const { running } = this;
    if (running === null) return;
    if (running.stoppedBy === null) {
      running.stoppedBy = by;
      running.gone = running.code.stop();
    }
    await running.gone;
  }

  async run(job: PieceJob): Promise<PieceResult> {
    const { step, piece, options } = job;
    const { emitter } = this.parts;
    if (this.busy) throw new Error(`step ${step.id} was started while another runs`);
    this.busy = true;
    this.stopAsked = false;
    try {
      const key = { step: step.id, piece: piece.piece.index };
      const place = { ...key, attempt: nextAttempt(emitter.state, key) };
      const terminal = this.needsTerminal(job);
      const background = step.pins.background?.value === true;
      void emitter.emit(startedEvent({ step, piece, code: options.code ?? null, attempt: place.attempt, terminal }));
      // Not even a power cut may lose the fact that it began, or it would be run again.
      if (ONCE.has(piece.piece.effect.effect)) emitter.sync();
      if (emitter.broken !== null) return this.notRun(place, emitter.broken);
      const unreached = await this.reach(job);
      if (unreached !== null) return this.notRun(place, this.stopAsked ? 'stopped before it began' : unreached);
      return background ? this.leave(job, place) : await this.watch(job, place, terminal);
    } finally {
      this.busy = false;
    }
  }

  /** Whether a piece gets the terminal. A `sudo` asks on the terminal in the walk; unattended it has none and fails by itself. */
  private needsTerminal({ piece, step }: PieceJob): boolean {
    return getsTerminal(piece) && this.parts.terminal !== null && step.pins.background?.value !== true;
  }

  /** Connects to the place of a piece, within the time limit of the step; returns why it cannot be done, or `null`. */
  private async reach(job: PieceJob): Promise<string | null> {
    const { on } = job.piece;
    if (!isFar(on)) return null;
    const { terminal, places } = this.parts;
    const limit = this.limit(job);
    const timer = limit === null ? undefined : setTimeout(() => places.giveUp(), limit);
    try {
      return await places.reach(on, terminal === null ? null : (work) => this.terminal.handOver(work));
    } finally {
      clearTimeout(timer);
    }
  }

  private leave(job: PieceJob, place: AttemptKey): PieceResult {
    const stored = this.stores(job);
    const output = this.outputOf(place, { stored });
    try {
      const code = this.shells.launch(job, output, { terminal: false, background: true });
      this.parts.background.add(place, code, output, { expectations: job.piece.expectations, stored });
    } catch (error) {
      return this.notStarted(place, error);
    }
    return { outcome: 'passed', exitCode: null, interrupted: false, checks: [], endsBlock: false, reason: '' };
  }

  private async watch(job: PieceJob, place: AttemptKey, terminal: boolean): Promise<PieceResult> {
    const { clock } = this.parts;
    const waits = !terminal && job.piece.piece.follow === null && makesSecret(job.step, job.piece.piece, this.parts.isSecret);
    const stored = this.stores(job);
    const output = this.outputOf(place, { stored, waits });
    const began = clock.monotonic();
    let result: PieceResult | null = null;
    const work = async (): Promise<void> => {
      const code = this.shells.launch(job, output, { terminal, background: false });
      const running: Running = { code, stoppedBy: null, gone: Promise.resolve() };
      this.running = running;
      if (this.stopAsked) void this.stop('operator');
      const limit = this.limit(job);
      const timer = limit === null ? undefined : setTimeout(() => void this.stop('timeout'), Math.min(limit, 2 ** 31 - 1));
      const end = await code.ended;
      clearTimeout(timer);
      this.running = null;
      // Processes that ignore the first signal are ended before the run goes on.
      await running.gone;
      this.learnHandedOver(end.outputs);
      output.end();
      void code.drained.then(() => output.end());
      // Before the terminal comes back: how it ended is on disk, whatever happens until then.
      result = this.conclude(job, place, { end, stoppedBy: running.stoppedBy, output, durationMs: Math.round(clock.monotonic() - began), terminal, stored });
    };
    try {
      if (terminal) await this.terminal.handOver(work);
      else await work();
    } catch (error) {
      return this.notStarted(place, error);
    }
    return result ?? this.notRun(place, 'the terminal was not given');
  }

  /** Learns the secrets in `$RUNBOOK_OUTPUT` before the output of the step is shown. */
  private learnHandedOver(outputs: ShellEnd['outputs']): void {
    for (const [name, value] of Object.entries(outputs)) if (this.parts.isSecret(name)) learnSecret(this.parts.redactor, name, value);
  }

  private outputOf(place: AttemptKey, { stored, waits }: { readonly stored: boolean; readonly waits?: boolean }): AttemptOutput {
    return new AttemptOutput(this.parts.redactor, (stream, bytes) => this.parts.emitter.output(place, stream, bytes, stored), waits);
  }

  /** Whether what a piece writes is stored. */
  private stores({ piece, options }: PieceJob): boolean {
    return this.parts.storesRevealed === true || revealedBy(piece, options.code ?? null) === null;
  }

  /** The time left for a piece, since the pieces of a step share its limit. */
  private limit({ step, piece }: PieceJob): number | null {
    const limit = step.pins.timeout?.value ?? this.parts.timeoutMs;
    if (limit === null || limit === undefined) return null;
    const others = Object.values(this.parts.emitter.state.steps[step.id]?.pieces ?? {}).filter(({ index }) => index !== piece.piece.index);
    return Math.max(1, limit - others.reduce((sum, { finished }) => sum + (finished?.durationMs ?? 0), 0));
  }

  private conclude(job: PieceJob, place: AttemptKey, { end, stoppedBy, output, durationMs, terminal, stored }: Done): PieceResult {
    const { step, piece } = job;
    const { emitter } = this.parts;
    if (end.cutOff !== null) return this.cutOff(place, end.cutOff, durationMs);
    this.shells.keep(piece.on, stoppedBy === null);
    // Decoded only if checks or captures need it: it can be millions of characters.
    const wanted = piece.expectations.length > 0 || step.pins.capture !== undefined;
    const seen = wanted ? { stdout: output.seen.stdout.text(), stderr: output.seen.stderr.text() } : { stdout: '', stderr: '' };
    const events = check(place, piece.expectations, seen, { stopped: stoppedBy !== null, unseen: terminal ? 'its output went to the terminal' : null, stored });
    for (const event of events) void emitter.emit(event);
    for (const text of end.warnings) void emitter.emit({ type: 'note', level: 'warning', step: step.id, text });
    const statusCounts = statusPasses(step, piece, end.exitCode, events);
    const reason = this.parts.redactor.redact(stoppedBy === null ? failureReason({ ...end, statusCounts }, events) : STOPPED_BY[stoppedBy]);
    const outcome = outcomeOf(stoppedBy, reason);
    const exitCode = stoppedBy === null ? end.exitCode : null;
    const endsBlock = end.exitCalled && outcome === 'passed';
    void emitter.emit({ type: 'step-finished', ...place, status: outcome, exitCode, ...(end.signal === null ? {} : { signal: end.signal }), durationMs, ...(reason === '' ? {} : { reason }), ...(endsBlock ? { endsBlock } : {}) });
    emitter.sync();
    if (outcome === 'passed') this.capture(step, `${seen.stdout}${seen.stderr}`, end.outputs);
    const checks = pieceState(emitter.state, place)?.expectations ?? [];
    return { outcome, exitCode, interrupted: false, checks, endsBlock, reason };
  }

  /** The connection was lost and nobody knows how far it got, so it is not run again automatically. */
  private cutOff(place: AttemptKey, why: string, durationMs: number): PieceResult {
    const { emitter } = this.parts;
    const reason = `${why}; unknown how far it got`;
    void emitter.emit({ type: 'step-finished', ...place, status: 'stopped', exitCode: null, durationMs, reason, interrupted: true });
    emitter.sync();
    return { outcome: 'stopped', exitCode: null, interrupted: true, checks: [], endsBlock: false, reason };
  }

  private capture(step: CommandStep, output: string, written: Readonly<Record<string, string>>): void {
    const found = capturedValues(step.pins.capture?.value ?? [], output).map(({ name, value }) => [name, value] as const);
    for (const [name, value] of [...found, ...Object.entries(written)]) {
      const problem = this.parts.setParameter(name, value, 'capture');
      if (problem !== null) void this.parts.emitter.emit({ type: 'note', level: 'warning', step: step.id, text: `${name} was not set from the output: ${problem.why}` });
    }
  }

  /** Its files could not be written, or the terminal went away. */
  private notStarted(place: AttemptKey, error: unknown): PieceResult {
    const result = this.notRun(place, errorMessage(error));
    // Only then: the journal may still have room to say that nothing of it ran, and a resumed run begins with it.
    if (error instanceof JournalError) this.parts.emitter.break(error);
    return result;
  }

  private notRun(place: AttemptKey, why: string): PieceResult {
    const reason = `it could not be run: ${this.parts.redactor.redact(why)}`;
    void this.parts.emitter.emit({ type: 'step-finished', ...place, status: 'failed', exitCode: null, durationMs: 0, reason });
    return { outcome: 'failed', exitCode: null, interrupted: false, checks: [], endsBlock: false, reason };
  }
}
