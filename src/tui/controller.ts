import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { isSettled } from '../events/index.ts';
import type { RunEvent } from '../events/index.ts';
import { missingPrograms } from '../execute/index.ts';
import type { PieceResult, RunSession } from '../execute/index.ts';
import { ExitCode, RunbookError } from '../model/index.ts';
import { planRun, suggestByShape } from '../plan/index.ts';
import type { PlanRequest, Question } from '../plan/index.ts';
import type { WalkStore } from './app.tsx';
import { room } from './frame/frame.ts';
import type { FrameInput } from './frame/frame.ts';
import type { Effect, KeyPress, OutputView, WalkModel } from './model.ts';
import type { Mounted } from './mount.tsx';
import { typedThere } from './frame/step.ts';
import { OutputBuffer, outputOf } from './output-buffer.ts';
import { nextPlace, pieceAt } from './place.ts';
import { press } from './reducer.ts';
import { Screen } from './screen.ts';
import { textField } from './text-field.ts';
import type { Theme } from './theme.ts';
import type { RowToWrite, WalkOptions } from './types.ts';

const PAINT_MS = 80;
const MOST_ATTEMPTS = 60;
/** What the engine puts on screen stands so long before a key can run or answer it: less than it takes to read, more than a held key repeats in. */
const ARM_MS = 250;

/** How the walk ended: what is left to say on the ordinary screen, and the exit code. */
export interface WalkEnd {
  readonly code: ExitCode;
  readonly said: string;
}

/** Holds the model, turns effects into calls of the session, and tells the view when to paint. */
export class Controller implements WalkStore {
  private readonly options: WalkOptions;
  private readonly theme: Theme;
  private readonly missing: readonly string[];
  private readonly screen: Screen;
  private readonly listeners = new Set<() => void>();
  private readonly output = new OutputBuffer();
  private model: WalkModel;
  private session: RunSession | null = null;
  private row: RowToWrite | null = null;
  private painted = 0;
  private arming: NodeJS.Timeout | undefined;
  private looked: { readonly key: string; readonly view: OutputView } | null = null;
  private seenOutput = 0;
  private began: number | null = null;
  private judging: readonly number[] = [];
  private finish: (end: WalkEnd) => void = () => undefined;
  /** A fault has ended the walk: the step that is stopped for it must not end the run in order. */
  private faulted = false;
  readonly ended: Promise<WalkEnd>;

  constructor(options: WalkOptions, theme: Theme, mountView: (store: WalkStore) => Mounted) {
    this.options = options;
    this.theme = theme;
    this.missing = missingPrograms(options.plan, options.env).map(({ program, steps, bash }) => `${program} is not installed: ${steps.map(({ title }) => title).join(', ')} ${bash ? 'will run in bash' : 'cannot run'}`);
    this.screen = new Screen(mountView, this);
    this.ended = new Promise((done) => (this.finish = done));
    this.model = {
      phase: 'briefing', plan: options.plan, operator: options.operator, run: null, at: null, running: false, busy: false, armed: true, look: null, edited: null, dialog: null,
      overlay: null, scroll: 0, codeScroll: 0, codeSeen: 0, outputTop: null, search: '', values: false, message: '', row: null,
    };
  }

  /** Show the walk; resolves when it is over and the terminal is given back. */
  async run(): Promise<WalkEnd> {
    this.askChoice();
    this.screen.open();
    const timer = setInterval(() => this.tick(), PAINT_MS);
    void this.options.stop.wait.then((reason) => this.signalled(reason));
    try {
      return await this.ended;
    } finally {
      clearInterval(timer);
      clearTimeout(this.arming);
      await this.screen.close();
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
      output: this.outputShown(),
      templates: this.model.overlay === 'templates' && session !== null ? this.options.templates(session).split('\n') : this.model.overlay === 'templates' ? ['the run has not begun'] : [],
      elapsedMs: this.began === null ? 0 : performance.now() - this.began,
      missing: this.missing,
      now: new Date(),
      mask: (text) => session?.mask(text) ?? text,
    };
  }

  /** What the step on screen wrote: as it comes, or kept where another step is looked at. */
  private outputShown(): OutputView {
    const { look } = this.model;
    if (look === null || this.session === null) return this.output;
    const key = `${look.step} ${look.piece}`;
    if (this.looked?.key !== key) this.looked = { key, view: outputOf(this.session.outputTail(look.step, look.piece)) };
    return this.looked.view;
  }

  /** The view could not be drawn: nothing is run blindly, and the run can be resumed. */
  crashed(error: unknown): void {
    void this.failed(error);
  }

  press(key: KeyPress, columns: number, rows: number): void {
    const { model, effect } = press(this.model, key, room(this.input(columns, rows)));
    this.set(model);
    if (effect !== null) void this.perform(effect).catch((error: unknown) => this.failed(error));
  }

  private set(model: WalkModel): void {
    if (model === this.model) return;
    this.model = model;
    if (model.look === null) this.looked = null;
    this.paint();
  }

  /** Something new for the operator, by the engine's doing: keys pressed for what stood here before answer nothing. */
  private show(model: WalkModel): void {
    this.set({ ...model, armed: false, look: null, overlay: null, outputTop: null });
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.arming);
    this.arming = setTimeout(() => this.set({ ...this.model, armed: true }), ARM_MS);
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
        return this.screen.suspend();
      case 'arm':
        return this.arm();
      case 'abort':
        return this.close('aborted', 'stopped by the operator');
    }
  }

  /** The first open choice of target or section. */
  private askChoice(): void {
    if (this.options.resumed) return;
    const question = this.model.plan.questions.find((candidate): candidate is Extract<Question, { choices: readonly string[] }> => candidate.kind === 'target' || candidate.kind === 'alternative');
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
    this.session = await this.options.openRun(this.model.plan, { handOver: (work) => this.screen.handOver(work, () => this.introduce()) }, (event) => this.seen(event));
    this.began = performance.now();
    await this.goOn();
  }

  private seen(event: RunEvent): void {
    if (event.type === 'output') this.output.push(event.text);
  }

  /** On the ordinary screen, what the operator will want to know while the step has the terminal. */
  private introduce(): void {
    const piece = pieceAt(this.model.plan, this.model.at);
    if (piece === null || this.session === null) return;
    const { session } = this;
    const mask = (text: string): string => session.mask(text);
    const lines = [
      `runbook: this step has the terminal until it ends: ${mask(this.model.edited ?? piece.code.text).trim().split('\n')[0] ?? ''}`,
      ...typedThere(piece, mask),
      ...piece.expectations.map(({ text }) => `expected: ${mask(text)}`),
    ];
    this.options.streams.stdout.write(`${lines.join('\n')}\n`);
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
    this.show({ ...this.model, phase: 'walk', plan: session.plan, run: session.state, at, busy: false, ...(moved ? { edited: null, codeScroll: 0, codeSeen: 0 } : {}) });
    if (at === null) return this.close('passed', '');
    this.askParameter();
  }

  private askParameter(): void {
    const name = pieceAt(this.model.plan, this.model.at)?.missing[0];
    if (name === undefined || this.session === null) return;
    const { session } = this;
    const parameter = session.plan.runbook.parameters.find((candidate) => candidate.name === name);
    const texts = session.plan.steps.flatMap(({ step, pieces }) => pieces.map(({ piece }) => session.outputTail(step.id, piece.index)));
    const offers = parameter?.example == null ? [] : suggestByShape(parameter.example, texts).slice(0, 8);
    const lines = [parameter?.from ?? '', ...(parameter === undefined ? [] : [`line ${parameter.span.start.line}${parameter.example === null ? '' : `; the runbook's example is ${parameter.example}, it is not taken by itself`}`])].filter((line) => line !== '');
    this.show({ ...this.model, dialog: { kind: 'text', purpose: 'parameter', name, title: `${name}?`, lines, field: textField(''), offers, index: -1 } });
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
      this.set({ ...this.model, running: true, armed: true, run: session.state });
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
      this.show({ ...this.model, dialog: { kind: 'keys', purpose: 'judge', title: `Does it hold? ${text}`, lines: [], check } });
      return;
    }
    if (isSettled(piece)) return this.goOn();
    const failed = piece?.expectations.find(({ status, accepted }) => status === 'failed' && accepted === undefined);
    const lines = failed === undefined ? [`exit status ${piece?.finished?.exitCode ?? 'none'}, ${piece?.status ?? ''}`] : [`expected: ${failed.text}`, `seen:     ${failed.seen === '' ? failed.reason : failed.seen}`];
    this.show({ ...this.model, dialog: { kind: 'keys', purpose: 'failed', title: 'It did not come out as the runbook says', lines } });
  }

  private async judged(check: number, status: 'held' | 'failed'): Promise<void> {
    const { at } = this.model;
    if (at !== null && check >= 0) this.session?.judge(at.step, at.piece, check, status, 'as the operator saw it');
    return this.nextJudgement();
  }

  private async close(status: 'passed' | 'failed' | 'aborted', reason: string): Promise<void> {
    if (this.faulted) return;
    const { session } = this;
    if (session === null) return this.finish({ code: ExitCode.stopped, said: '' });
    await session.finish(status, reason);
    this.sync();
    this.row = await this.options.prepareRow(session);
    if (this.row === null) return this.finish({ code: this.codeOf(ExitCode.done), said: `${session.state.status}\n` });
    const { where, columns, cells, suggestions } = this.row;
    this.show({ ...this.model, phase: 'closing', at: null, row: { where, columns, cells, suggestions, index: 0 } });
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
    const text = this.model.overlay === 'templates' && this.session !== null ? this.options.templates(this.session) : this.outputText();
    // OSC 52: the terminal puts it on its clipboard, also across ssh.
    this.options.streams.stdout.write(`\u001b]52;c;${Buffer.from(text.slice(-70_000)).toString('base64')}\u0007`);
    this.set({ ...this.model, message: 'copied, where the terminal allows it' });
  }

  private async save(): Promise<void> {
    const name = `runbook-${this.session?.id ?? 'run'}-${this.model.at?.step ?? 'output'}.log`;
    await writeFile(name, `${this.outputText()}\n`, { mode: 0o600 });
    this.set({ ...this.model, message: `saved as ${name}` });
  }

  /** All that is kept, without colours. */
  private outputText(): string {
    const output = this.outputShown();
    return stripVTControlCharacters(output.lines(output.first, output.end).join('\n'));
  }

  private isManual(): boolean {
    return this.model.plan.steps.find(({ step }) => step.id === this.model.at?.step)?.step.kind === 'manual';
  }

  /** Gives the terminal back and says what happened; the run stays as it is on disk, to be resumed. */
  private async failed(error: unknown): Promise<void> {
    const { session } = this;
    this.faulted = true;
    if (this.model.running) session?.stopPiece();
    await Promise.race([session?.close({ resumable: true }).catch(() => undefined), pause(2_000)]);
    const resume = session === null ? [] : [`  go on with: runbook resume ${session.id}`];
    if (error instanceof RunbookError) {
      return this.finish({ code: error.exitCode, said: `${[`runbook: ${error.message}`, `  ${error.report.advice}`, ...resume].join('\n')}\n` });
    }
    const debug = this.options.env['RUNBOOK_DEBUG'] !== undefined && error instanceof Error ? [error.stack ?? ''] : ['  this is a fault in runbook itself; RUNBOOK_DEBUG=1 prints where, for the report'];
    this.finish({ code: ExitCode.usage, said: `${[`runbook: internal error: ${error instanceof Error ? error.message : String(error)}`, ...debug, ...resume].join('\n')}\n` });
  }
}
