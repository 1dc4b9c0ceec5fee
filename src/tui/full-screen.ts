import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { pieceState } from '../events/index.ts';
import { errorMessage, ExitCode, isRunbookError, visible } from '../model/index.ts';
import { stepOf, typedThere } from '../plan/index.ts';
import { wrapText } from '../print/index.ts';
import { countSteps, type Finished, type Walk } from '../walk/index.ts';
import { statusWords } from './document/result-rows.ts';
import { enterPressed } from './keyboard.ts';
import { mount } from './mount.tsx';
import { closingLines } from './prompt/closing-content.ts';
import { outputPlace } from './state/output-place.ts';
import { outputText } from './presses/press-overlay.ts';
import { ScreenStore } from './screen-store.ts';
import type { Effect } from './state/ui-state.ts';
import { Terminal } from './terminal.ts';
import { themeFor } from './theme.ts';
import type { WalkEnd, WalkOptions } from './types.ts';

/** Lines of the last output that stay on the ordinary screen. */
const LAST_LINES = 10;

/** One walk on the full screen: the conversation, the store and the terminal, from the first frame to the exit code. */
export class FullScreen {
  private readonly options: WalkOptions;
  private readonly walk: Walk;
  private readonly store: ScreenStore;
  private readonly terminal: Terminal;
  private finish: (end: WalkEnd) => void = () => undefined;
  private readonly ended: Promise<WalkEnd>;
  private finished: Finished | null = null;
  private faulted = false;

  constructor(options: WalkOptions) {
    this.options = options;
    this.ended = new Promise((done) => (this.finish = done));
    this.terminal = new Terminal(() => mount(this.store, options.streams));
    this.walk = options.converse({ handOver: (work) => this.terminal.handOver(work, { before: () => this.introduce(), after: () => this.letRead() }) });
    this.store = new ScreenStore({
      ...options,
      walk: this.walk,
      theme: themeFor(options.env),
      messages: () => options.messages(this.walk),
      webhooks: options.outgoing.names,
      perform: (effect) => void this.perform(effect).catch((error: unknown) => this.failed(error)),
      crashed: (error) => this.failed(error),
    });
  }

  /** Shows the walk; resolves when it is over and the terminal is given back. */
  async run(): Promise<WalkEnd> {
    this.terminal.open();
    void this.options.stop.wait.then((reason) => this.signalled(reason));
    try {
      return await this.ended;
    } finally {
      this.store.dispose();
      await this.terminal.close();
    }
  }

  /** Gives the terminal back and says what happened; the run stays as it is on disk, to be resumed. */
  failed(error: unknown): void {
    if (this.faulted) return;
    this.faulted = true;
    void this.leaveBehind(error);
  }

  private async perform(effect: Effect): Promise<void> {
    switch (effect.do) {
      case 'begin':
        return this.begin();
      case 'stop':
        this.walk.stopPiece();
        return;
      case 'copy':
        return this.copy(effect.text);
      case 'send':
        this.store.say(this.options.outgoing.send(effect.to, effect.text));
        return;
      case 'save':
        return this.save();
      case 'suspend':
        return this.terminal.suspend();
      case 'interrupt':
        return this.interrupt();
      case 'leave':
        this.finish({ code: ExitCode.stopped, said: 'nothing was run\n' });
        return;
      case 'close':
        if (this.finished !== null) this.end(this.finished);
        return;
      default:
    }
  }

  private async begin(): Promise<void> {
    this.finished = await this.walk.begin();
    // After leaving or a signal, nobody is there to look at the end.
    if (this.interrupted || this.finished.status === 'left' || this.options.stop.asked() !== null) this.end(this.finished);
  }

  private end(finished: Finished): void {
    if (this.faulted) return;
    const code = this.options.stop.asked() !== null ? this.options.stop.code() : this.options.exitCode(finished, this.interrupted);
    this.finish({ code, said: `${[...this.lastOutput(), ...closingLines(finished, countSteps(this.walk.plan, this.walk.state))].join('\n')}\n` });
  }

  private interrupted = false;

  /** Ctrl-C at a question: the run can be resumed. At the one about the row it has ended, and the row is written as it stands. */
  private interrupt(): void {
    const { prompt } = this.walk;
    if (prompt === null || prompt.kind === 'finished') return this.finish({ code: ExitCode.interrupted, said: 'nothing was run\n' });
    this.interrupted = true;
    this.walk.reply(prompt.kind === 'record-row' ? { kind: 'write', to: prompt.id, cells: this.store.state.cells } : { kind: 'leave', to: prompt.id, then: 'resume' });
  }

  private signalled(reason: string): void {
    if (this.walk.prompt === null && this.walk.running === null) return this.finish({ code: this.options.stop.code(), said: '' });
    if (this.finished !== null) return this.end(this.finished);
    this.walk.end(reason);
  }

  /** On the ordinary screen, what the operator will want to know while the step has the terminal. */
  private introduce(): void {
    const { running } = this.walk;
    const planned = stepOf(this.walk.plan, running?.step);
    const piece = planned?.pieces[running?.piece ?? 0];
    if (piece === undefined) return;
    const there = typedThere(planned?.pieces ?? [], piece);
    const { stdout } = this.options.streams;
    const words = (text: string): readonly string[] => wrapText(text, stdout.columns);
    // A command is folded by the terminal itself, which copies it whole.
    const code = (line: string): string => `    ${line}`;
    const typed = there.length === 0 ? [] : [...words('type in the remote session:'), ...there.map(code)];
    const lines = [...words('this step has the terminal until it ends:'), code(piece.code.text.trim().split('\n')[0] ?? ''), ...typed, ...piece.expectations.flatMap(({ text }) => words(`expected: ${text}`))];
    stdout.write(`${lines.map((line) => visible(this.walk.mask(line))).join('\n')}\n`);
  }

  /** What the step wrote stands on the ordinary screen and nowhere else: the walk covers it once it has been read. */
  private async letRead(): Promise<void> {
    const { running, state } = this.walk;
    const finished = running === null ? null : (pieceState(state, running)?.finished ?? null);
    const { stop, streams } = this.options;
    // Nothing has ended if the terminal was needed to reach another machine.
    if (finished === null || stop.asked() !== null) return;
    const ended = finished.status === 'passed' ? '' : `${statusWords(finished)}; `;
    await enterPressed(streams.stdin, { ask: () => streams.stdout.write(`\n${ended}Enter: back to the runbook `), until: stop.wait });
    streams.stdout.write('\n');
  }

  /** The end of what the last command wrote. */
  private lastOutput(): readonly string[] {
    const places = Object.values(this.walk.state.steps).flatMap(({ id, pieces }) => Object.values(pieces).filter(({ outputBytes }) => outputBytes > 0).map(({ index, startedAt }) => ({ step: id, piece: index, startedAt })));
    const last = places.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
    if (last === undefined) return [];
    const lines = visible(stripVTControlCharacters(this.walk.outputTail(last.step, last.piece))).trimEnd().split('\n');
    return [...lines.slice(-LAST_LINES), ''];
  }

  /** OSC 52: the terminal puts it on its clipboard, also across ssh. */
  private copy(text: string): void {
    this.options.streams.stdout.write(`\u001b]52;c;${Buffer.from(text.slice(-70_000)).toString('base64')}\u0007`);
    this.store.say('copied, where the terminal allows it');
  }

  private async save(): Promise<void> {
    const scene = this.store.scene();
    const at = outputPlace(scene.keys);
    const name = `runbook-${this.walk.run ?? 'run'}-${at?.step ?? 'output'}.log`;
    await writeFile(name, `${outputText(scene)}\n`, { mode: 0o600 });
    this.store.say(`saved as ${name}`);
  }

  private async leaveBehind(error: unknown): Promise<void> {
    const run = this.walk.run;
    this.walk.stopPiece();
    const { prompt, running } = this.walk;
    const to = prompt?.id ?? running?.id;
    if (to !== undefined && prompt?.kind !== 'finished') this.walk.reply({ kind: 'leave', to, then: 'resume' });
    await pause(200);
    const resume = run === null ? [] : [`  resume with: runbook resume ${run}`];
    if (isRunbookError(error)) return this.finish({ code: error.exitCode, said: `${[`runbook: ${error.message}`, `  ${error.report.advice}`, ...resume].join('\n')}\n` });
    const debug = this.options.env['RUNBOOK_DEBUG'] !== undefined && error instanceof Error ? [error.stack ?? ''] : ['  this is a fault in runbook itself; RUNBOOK_DEBUG=1 prints where, for the report'];
    this.finish({ code: ExitCode.usage, said: `${[`runbook: internal error: ${errorMessage(error)}`, ...debug, ...resume].join('\n')}\n` });
  }
}
