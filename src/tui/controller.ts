import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isSettled } from '../events/index.ts';
import type { RunEvent } from '../events/index.ts';
import type { PieceResult, RunSession } from '../execute/index.ts';
import { ExitCode, RunbookError } from '../model/index.ts';
import { planRun, suggestByShape } from '../plan/index.ts';
import type { PlanRequest, Question } from '../plan/index.ts';
import type { WalkStore } from './app.tsx';
import { room } from './frame/frame.ts';
import type { FrameInput } from './frame/frame.ts';
import type { Effect, KeyPress, WalkModel } from './model.ts';
import type { Mounted } from './mount.tsx';
import { OutputBuffer } from './output-buffer.ts';
import { nextPlace, pieceOf } from './place.ts';
import { press } from './reducer.ts';
import type { Theme } from './theme.ts';
import type { RowToWrite, WalkOptions } from './types.ts';

const PAINT_MS = 80;
const MOST_ATTEMPTS = 60;

/** How the walk ended: what is left to say on the ordinary screen, and the exit code. */
export interface WalkEnd {
  readonly code: ExitCode;
  readonly said: string;
}

/** Holds the model, turns effects into calls of the session, and tells the view when to paint. */
export class Controller implements WalkStore {
  private readonly options: WalkOptions;
  private readonly theme: Theme;
  private readonly mountView: (store: WalkStore) => Mounted;
  private readonly listeners = new Set<() => void>();
  private readonly output = new OutputBuffer();
  private model: WalkModel;
  private session: RunSession | null = null;
  private view: Mounted | null = null;
  private row: RowToWrite | null = null;
  private painted = 0;
  private changed = 0;
  private seenOutput = 0;
  private began: number | null = null;
  private judging: readonly number[] = [];
  private finish: (end: WalkEnd) => void = () => undefined;
  readonly ended: Promise<WalkEnd>;

  constructor(options: WalkOptions, theme: Theme, mountView: (store: WalkStore) => Mounted) {
    this.options = options;
    this.theme = theme;
    this.mountView = mountView;
    this.ended = new Promise((done) => (this.finish = done));
    this.model = {
      phase: 'briefing', plan: options.plan, operator: options.operator, run: null, at: null, running: false, busy: false, edited: null, dialog: null,
      overlay: null, scroll: 0, codeScroll: 0, codeSeen: 0, search: '', message: '', row: null,
    };
  }

  /** Show the walk; resolves when it is over and the terminal is given back. */
  async run(): Promise<WalkEnd> {
    this.askChoice();
    this.view = this.mountView(this);
    const timer = setInterval(() => this.tick(), PAINT_MS);
    void this.options.stop.wait.then((reason) => this.signalled(reason));
    try {
      return await this.ended;
    } finally {
      clearInterval(timer);
      await this.view?.close();
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  version = (): number => this.painted;

  input(columns: number, rows: number): FrameInput {
    const { session } = this;
    return {
      model: this.model,
      columns,
      rows,
      theme: this.theme,
      output: this.output.all(),
      templates: this.model.overlay === 'templates' && session !== null ? this.options.templates(session).split('\n') : this.model.overlay === 'templates' ? ['the run has not begun'] : [],
      elapsedMs: this.began === null ? 0 : performance.now() - this.began,
      now: new Date(),
      mask: (text) => session?.mask(text) ?? text,
    };
  }

  press(key: KeyPress, columns: number, rows: number): void {
    const { model, effect } = press(this.model, key, room(this.input(columns, rows)));
    this.set(model);
    if (effect !== null) void this.perform(effect).catch((error: unknown) => this.failed(error));
  }

  private set(model: WalkModel): void {
    if (model === this.model) return;
    this.model = model;
    this.changed++;
    this.paint();
  }

  private paint(): void {
    this.painted++;
    for (const listener of this.listeners) listener();
  }

  /** Output and the clock paint at most a dozen times a second, however much comes. */
  private tick(): void {
    const { version } = this.output;
    if (version === this.seenOutput && !(this.model.phase === 'walk' && Math.floor(performance.now() / 1000) !== Math.floor((performance.now() - PAINT_MS) / 1000))) return;
    this.seenOutput = version;
    this.paint();
  }

  private async perform(effect: Effect): Promise<void> {
    switch (effect.do) {
      case 'begin':
        return this.begin();
      case 'choose':
        return this.choose(effect.purpose, effect.value);
      case 'run':
        return this.runPiece(effect.until);
      case 'stop':
        this.session?.stopPiece();
        return;
      case 'done':
        if (this.model.at !== null) this.session?.markDone(this.model.at.step);
        return this.goOn();
      case 'skip':
        if (this.model.at !== null) this.session?.skip(this.model.at.step, this.isManual() ? null : this.model.at.piece, effect.text);
        return this.goOn();
      case 'accept':
        if (this.model.at !== null) this.session?.accept(this.model.at.step, this.model.at.piece, effect.text);
        return this.goOn();
      case 'note':
        this.session?.note(effect.text, 'operator', this.model.at?.step);
        return this.sync();
      case 'judge':
        return this.judged(effect.check, effect.status);
      case 'set':
        return this.setParameter(effect.name, effect.value);
      case 'copy':
        return this.copy();
      case 'save':
        return this.save();
      case 'write-row':
      case 'no-row':
        return this.writeRow(effect.do === 'write-row');
      case 'leave':
        return this.leave(ExitCode.stopped);
      case 'interrupt':
        return this.leave(ExitCode.interrupted);
      case 'suspend':
        return this.suspend();
      case 'abort':
        return this.close('aborted', 'stopped by the operator');
    }
  }

  /** The first open choice of target or section. */
  private askChoice(): void {
    if (this.options.resumed) return;
    const question = this.model.plan.questions.find((candidate): candidate is Extract<Question, { choices: readonly string[] }> => candidate.kind !== 'parameter');
    if (question === undefined) return;
    const purpose = question.kind === 'target' ? 'target' : 'section';
    const title = question.kind === 'target' ? 'Which target? Arrows choose, typing filters' : `${question.name}: which one?`;
    this.set({ ...this.model, dialog: { kind: 'pick', purpose, title, choices: question.choices, filter: '', index: 0 } });
  }

  private async choose(purpose: 'target' | 'section', value: string): Promise<void> {
    const { request, runbook } = this.model.plan;
    const next: PlanRequest = purpose === 'target' ? { ...request, target: value } : { ...request, sections: [...request.sections, value] };
    const { plan, problems } = planRun(runbook, next);
    if (problems[0] === undefined) this.set({ ...this.model, plan });
    else this.set({ ...this.model, message: `${problems[0].what}: ${problems[0].why}` });
    this.askChoice();
  }

  private async begin(): Promise<void> {
    this.session = await this.options.openRun(this.model.plan, { handOver: (work) => this.handOver(work) }, (event) => this.seen(event));
    this.began = performance.now();
    await this.goOn();
  }

  private seen(event: RunEvent): void {
    if (event.type === 'output') this.output.push(event.text);
  }

  /** The view leaves the terminal to an interactive step and comes back. */
  private async handOver(work: () => Promise<void>): Promise<void> {
    await this.view?.close();
    this.view = null;
    try {
      await work();
    } finally {
      this.view = this.mountView(this);
    }
  }

  /** Stops the process as the terminal's own Ctrl-Z does; what runs goes on in its own group. `fg` brings the view back. */
  private async suspend(): Promise<void> {
    if (this.view === null) return;
    await this.view.close();
    this.view = null;
    process.once('SIGCONT', () => {
      this.view ??= this.mountView(this);
    });
    process.kill(process.pid, 'SIGTSTP');
  }

  private sync(): void {
    const { session } = this;
    if (session !== null) this.set({ ...this.model, plan: session.plan, run: session.state, busy: false });
  }

  /** To the next piece that is not settled, or to the closing. */
  private async goOn(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    const at = nextPlace(session.plan, session.state);
    const moved = at?.step !== this.model.at?.step || at?.piece !== this.model.at?.piece;
    this.set({ ...this.model, phase: 'walk', plan: session.plan, run: session.state, at, busy: false, ...(moved ? { edited: null, codeScroll: 0, codeSeen: 0 } : {}) });
    if (at === null) return this.close('passed', '');
    this.askParameter();
  }

  private askParameter(): void {
    const name = pieceOf(this.model)?.missing[0];
    if (name === undefined || this.session === null) return;
    const { session } = this;
    const parameter = session.plan.runbook.parameters.find((candidate) => candidate.name === name);
    const texts = session.plan.steps.flatMap(({ step, pieces }) => pieces.map(({ piece }) => session.outputTail(step.id, piece.index)));
    const offers = parameter?.example == null ? [] : suggestByShape(parameter.example, texts).slice(0, 8);
    const lines = [parameter?.from ?? '', ...(parameter === undefined ? [] : [`line ${parameter.span.start.line}${parameter.example === null ? '' : `; the runbook's example is ${parameter.example}, it is not taken by itself`}`])].filter((line) => line !== '');
    this.set({ ...this.model, dialog: { kind: 'text', purpose: 'parameter', name, title: `${name}?`, lines, value: '', offers, index: -1 } });
  }

  private async setParameter(name: string, value: string): Promise<void> {
    const problem = this.session?.setParameter(name, value, 'answer') ?? null;
    this.sync();
    if (problem !== null) this.set({ ...this.model, message: `${problem.why}; ${problem.advice}` });
    this.askParameter();
  }

  private async runPiece(until: boolean): Promise<void> {
    const { session } = this;
    const { at, edited } = this.model;
    if (session === null || at === null) return;
    for (let attempt = 0; ; attempt++) {
      this.output.clear();
      const work = session.runPiece(at.step, at.piece, edited === null ? {} : { code: edited });
      this.set({ ...this.model, running: true, run: session.state });
      const result = await work;
      this.set({ ...this.model, running: false, run: session.state, plan: session.plan });
      if (this.options.stop.asked() !== null) return this.close('aborted', this.options.stop.asked() ?? '');
      if (session.broken !== null) return this.close('aborted', session.broken);
      const settled = isSettled(session.state.steps[at.step]?.pieces[at.piece]);
      if (settled || !until || attempt >= MOST_ATTEMPTS || result.outcome === 'stopped') return this.ranPiece(result);
      await pause(1_000);
    }
  }

  private async ranPiece(result: PieceResult): Promise<void> {
    const { at } = this.model;
    if (at === null || this.session === null) return;
    if (result.endsBlock) {
      const step = this.session.plan.steps.find((planned) => planned.step.id === at.step);
      for (const { piece } of step?.pieces.slice(at.piece + 1) ?? []) this.session.skip(at.step, piece.index, 'the block ended itself with exit', 'plan');
    }
    this.judging = result.checks.filter(({ status }) => status === 'unverified').map(({ index }) => index);
    return this.nextJudgement();
  }

  /** What no program can judge is asked with the output in view; then a failure, if there is one. */
  private async nextJudgement(): Promise<void> {
    const { session } = this;
    const { at } = this.model;
    if (session === null || at === null) return;
    this.set({ ...this.model, run: session.state, busy: false });
    const piece = session.state.steps[at.step]?.pieces[at.piece];
    const [check, ...rest] = this.judging;
    if (check !== undefined) {
      this.judging = rest;
      const text = piece?.expectations.find(({ index }) => index === check)?.text ?? '';
      this.set({ ...this.model, dialog: { kind: 'keys', purpose: 'judge', title: `Does it hold? ${text}`, lines: [], check } });
      return;
    }
    if (isSettled(piece)) return this.goOn();
    const failed = piece?.expectations.find(({ status, accepted }) => status === 'failed' && accepted === undefined);
    const lines = failed === undefined ? [`exit status ${piece?.finished?.exitCode ?? 'none'}, ${piece?.status ?? ''}`] : [`expected: ${failed.text}`, `seen:     ${failed.seen === '' ? failed.reason : failed.seen}`];
    this.set({ ...this.model, dialog: { kind: 'keys', purpose: 'failed', title: 'It did not come out as the runbook says', lines } });
  }

  private async judged(check: number, status: 'held' | 'failed'): Promise<void> {
    const { at } = this.model;
    if (at !== null && check >= 0) this.session?.judge(at.step, at.piece, check, status, 'as the operator saw it');
    return this.nextJudgement();
  }

  private async close(status: 'passed' | 'failed' | 'aborted', reason: string): Promise<void> {
    const { session } = this;
    if (session === null) return this.finish({ code: ExitCode.stopped, said: '' });
    await session.finish(status, reason);
    this.sync();
    this.row = await this.options.prepareRow(session);
    if (this.row === null) return this.finish({ code: this.codeOf(ExitCode.done), said: `${session.state.status}\n` });
    const { where, columns, cells, suggestions } = this.row;
    this.set({ ...this.model, phase: 'closing', at: null, row: { where, columns, cells, suggestions, index: 0 } });
    // Nobody is there to look at it after a signal: the row is written as it stands.
    if (this.options.stop.asked() !== null) await this.writeRow(true);
  }

  private async writeRow(wanted: boolean): Promise<void> {
    const cells = this.model.row?.cells ?? [];
    const result = wanted && this.row !== null ? await this.row.write(cells) : { code: ExitCode.done, said: 'no row was written' };
    await this.session?.close();
    this.finish({ code: this.codeOf(result.code), said: `${result.said}\n` });
  }

  private codeOf(row: ExitCode): ExitCode {
    if (this.options.stop.asked() !== null) return this.options.stop.code();
    const status = this.session?.state.status;
    return status === 'aborted' ? ExitCode.stopped : status === 'failed' ? ExitCode.failed : row;
  }

  private async leave(code: ExitCode): Promise<void> {
    const { session } = this;
    if (this.model.phase === 'closing') return this.writeRow(false);
    if (session === null) return this.finish({ code, said: 'nothing was run\n' });
    if (this.model.running) session.stopPiece();
    await session.close({ resumable: true });
    this.finish({ code, said: `not finished; go on with: runbook resume ${session.id}\n` });
  }

  private async signalled(reason: string): Promise<void> {
    if (this.model.running) {
      this.session?.stopPiece();
      return;
    }
    if (this.session === null) return this.finish({ code: this.options.stop.code(), said: '' });
    if (this.model.phase === 'closing') return this.writeRow(true);
    return this.close('aborted', reason);
  }

  private async copy(): Promise<void> {
    const text = this.model.overlay === 'templates' && this.session !== null ? this.options.templates(this.session) : this.output.all().join('\n');
    // OSC 52: the terminal puts it on its clipboard, also across ssh.
    this.options.streams.stdout.write(`\u001b]52;c;${Buffer.from(text.slice(-70_000)).toString('base64')}\u0007`);
    this.set({ ...this.model, message: 'copied, where the terminal allows it' });
  }

  private async save(): Promise<void> {
    const name = `runbook-${this.session?.id ?? 'run'}-${this.model.at?.step ?? 'output'}.log`;
    await writeFile(name, `${this.output.all().join('\n')}\n`, { mode: 0o600 });
    this.set({ ...this.model, message: `saved as ${name}` });
  }

  private isManual(): boolean {
    return this.model.plan.steps.find(({ step }) => step.id === this.model.at?.step)?.step.kind === 'manual';
  }

  private async failed(error: unknown): Promise<void> {
    const said = error instanceof RunbookError ? `runbook: ${error.message}${error.report.advice === undefined ? '' : `\n  ${error.report.advice}`}\n` : `runbook: internal error: ${error instanceof Error ? error.message : String(error)}\n`;
    await this.session?.close({ resumable: true }).catch(() => undefined);
    this.finish({ code: error instanceof RunbookError ? error.exitCode : ExitCode.usage, said });
  }
}
