import { pieceState, type RunEvent } from '../events/index.ts';
import { visibleData } from '../model/index.ts';
import { type Prompt, type Reply, type Running, suggestedFor, type Walk } from '../walk/index.ts';
import { Outputs } from './output/outputs.ts';
import type { Theme } from './theme.ts';
import type { WalkFacts } from './walk-facts.ts';
import { afterRow } from './document/lines.ts';
import { blockOf, reachedBlock } from './document/places.ts';
import { asksOfResult, keptInView, settledView, withEndShown, withFrameShown, withPrompt } from './scene/follow.ts';
import type { Message } from './state/message.ts';
import { outputPlace } from './state/output-place.ts';
import { onceRead } from './keys/once-read.ts';
import { press } from './presses/press.ts';
import { focusOf, type Scene, sceneOf } from './scene/scene.ts';
import { textField } from './state/text-field.ts';
import { type Effect, INITIAL, type UiState } from './state/ui-state.ts';
import type { KeyPress } from './state/key-press.ts';

/** Output and the clock are painted a dozen times a second, however much output comes. */
const PAINT_MS = 80;
/** How long a new question is shown before keys count: less than it takes to read it, more than the repeat interval of a held key. */
const ARM_MS = 250;

/** The options of the store. */
interface ScreenStoreOptions extends WalkFacts {
  readonly walk: Walk;
  readonly theme: Theme;
  messages(): readonly Message[];
  readonly webhooks: readonly string[];
  /** What a key leads to outside the screen. */
  perform(effect: Effect): void;
  /** The screen could not be made. */
  crashed(error: unknown): void;
}

/** Everything that the screen shows, kept outside React: takes changes of the walk and keys of the operator, and makes a scene. */
export class ScreenStore {
  private readonly options: ScreenStoreOptions;
  private readonly outputs: Outputs;
  private readonly listeners = new Set<() => void>();
  private ui: UiState = INITIAL;
  private size = { columns: 80, rows: 24 };
  private painted = 0;
  private made: { readonly version: number; readonly scene: Scene } | null = null;
  private pieceBegan = 0;
  /** The last framed place that ran or was asked about, and whether the operator went elsewhere from it. */
  private framed = -1;
  private jumped = false;
  private shown = { output: 0, second: 0 };
  private disarm: () => void = () => undefined;
  private readonly ticking: NodeJS.Timeout;

  constructor(options: ScreenStoreOptions) {
    this.options = options;
    this.outputs = new Outputs((step, piece) => options.walk.outputTail(step, piece));
    this.ticking = setInterval(() => this.tick(), PAINT_MS);
    options.walk.subscribe((change) => {
      if (change.kind === 'event') this.take(change.event);
      else if (change.kind === 'prompt') this.ask(change.prompt);
      else if (change.kind === 'told') this.say(change.text);
      else this.run(change.running);
    });
  }

  dispose(): void {
    clearInterval(this.ticking);
    this.disarm();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  version = (): number => this.painted;

  get state(): UiState {
    return this.ui;
  }

  /** The screen as it is now; made once per change. */
  scene(): Scene {
    if (this.made?.version === this.painted) return this.made.scene;
    const scene = this.sceneOf(this.ui);
    this.made = { version: this.painted, scene };
    return scene;
  }

  /** The place stays; what was read is read again where its rows have become others. */
  resize(columns: number, rows: number): void {
    if (columns === this.size.columns && rows === this.size.rows) return;
    const { focusShown: focused, sizes: { tooSmall } } = this.scene();
    this.size = { columns, rows };
    const { top, read } = this.ui.reading;
    this.ui = { ...this.ui, reading: { top: { block: top.block, row: Math.min(top.row, this.sceneOf(this.ui).rows.lines(top.block).length) }, read: { block: read.block, row: 0 } } };
    const scene = this.sceneOf(this.ui);
    this.set(this.resized(scene, focused));
    // A key pressed while the screen was too small may arrive after it has grown.
    if (!tooSmall || scene.sizes.tooSmall) return;
    this.set({ ...this.ui, armed: false });
    this.arm();
  }

  /** What was in view at the old size is in view at the new one: the result that is asked about, or the framed command. */
  private resized(scene: Scene, focused: boolean): UiState {
    if (asksOfResult(this.ui.prompt)) return settledView({ scene, before: { block: this.framed, jumped: false, scene: null } });
    if (!focused) return this.ui;
    return this.ui.running === null ? withFrameShown(scene) : withEndShown(scene);
  }

  repaint(): void {
    this.painted++;
    this.tell();
  }

  press(key: KeyPress): void {
    try {
      const scene = this.scene();
      if (scene.sizes.tooSmall && key.name !== 'ctrl-c' && key.name !== 'ctrl-z') return;
      const { ui, effect } = press(scene, key);
      if (ui.overlay?.kind === 'output' && scene.ui.overlay === null) this.readWhole(ui);
      this.set(ui);
      if (effect?.do === 'arm') this.arm();
      else if (effect?.do === 'reply') this.reply(effect.reply);
      else if (effect !== null) this.options.perform(effect);
    } catch (error) {
      this.options.crashed(error);
    }
  }

  say(message: string): void {
    this.set({ ...this.ui, message });
  }

  private sceneOf(ui: UiState): Scene {
    const { walk } = this.options;
    const now = performance.now();
    return sceneOf(
      {
        ...this.options,
        ui,
        plan: walk.plan,
        state: walk.state,
        now: new Date(),
        elapsedMs: walk.elapsedMs,
        runningMs: now - this.pieceBegan,
        output: (step, piece) => (pieceState(walk.state, { step, piece }) === undefined ? null : this.outputs.of(step, piece)),
        mask: (text) => walk.mask(text),
        suggestions: (name) => visibleData(suggestedFor(walk, name)),
      },
      this.size.columns,
      this.size.rows,
    );
  }

  private set(ui: UiState): void {
    const before = this.made?.scene;
    this.ui = ui;
    this.painted++;
    const kept = before === undefined ? ui : keptInView(before, this.scene());
    if (kept !== ui) {
      this.ui = kept;
      this.painted++;
    }
    this.tell();
  }

  /** The input was refused: it stays in its field, with the reason beside it. */
  private reply(reply: Reply): void {
    if (reply.kind === 'go-to') this.jumped = true;
    const { walk } = this.options;
    const result = walk.reply(reply);
    if (result.status === 'refused') return this.set({ ...this.ui, busy: false, refused: result.advice === '' ? result.why : `${result.why}; ${result.advice}` });
    // After a note or a look, the same question is still open.
    const isOpen = this.ui.busy && walk.prompt?.id === reply.to;
    if (isOpen || this.ui.ask !== null) this.set({ ...this.ui, ask: null, field: textField(''), busy: walk.running === null && walk.prompt === null, message: reply.kind === 'note' ? 'noted' : '' });
  }

  private take(event: RunEvent): void {
    this.outputs.take(event);
    if (event.type === 'step-started' && event.kind === 'command') this.pieceBegan = performance.now();
    if (event.type === 'message-sent') this.say(`message to ${event.to} ${event.status === 'sent' ? 'sent' : `not sent: ${event.reason ?? ''}`}`);
    if (event.type !== 'output') this.repaint();
  }

  private ask(prompt: Prompt): void {
    const shown = visibleData(prompt);
    const before = this.made?.scene ?? null;
    if (this.framed < 0) this.resumeReading();
    this.ui = withPrompt(this.ui, shown);
    this.settle(before);
    this.arm();
  }

  private run(running: Running): void {
    this.ui = { ...this.ui, phase: 'walk', prompt: null, running, busy: false, armed: true, follow: true, look: null, ask: null, refused: '' };
    this.remember();
    this.set(withEndShown(this.sceneOf(this.ui)));
  }

  private settle(before: Scene | null): void {
    const scene = this.sceneOf(this.ui);
    const ui = settledView({ scene, before: { block: this.framed, jumped: this.jumped, scene: before } });
    this.remember();
    this.jumped = false;
    this.set(ui);
  }

  private remember(): void {
    const focus = focusOf(this.ui, this.options.walk.plan);
    if (focus !== null) this.framed = blockOf(this.scene().blocks, focus);
  }

  /** What an earlier sitting came to has been read: the document goes on from what came of it. */
  private resumeReading(): void {
    if (this.options.resumed === null) return;
    const { blocks, rows } = this.scene();
    this.framed = reachedBlock(blocks, this.options.walk.state);
    if (this.framed < 0) return;
    const read = { block: this.framed, row: afterRow(rows.lines(this.framed)) };
    this.ui = { ...this.ui, reading: { ...this.ui.reading, read } };
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private readWhole(ui: UiState): void {
    const at = outputPlace(this.sceneOf(ui).keys);
    if (at !== null) this.outputs.whole(at.step, at.piece);
  }

  private arm(): void {
    this.disarm();
    this.disarm = onceRead(ARM_MS, () => this.set({ ...this.ui, armed: true }));
  }

  private tick(): void {
    const second = Math.floor(performance.now() / 1000);
    const { version } = this.outputs;
    const hasOutput = version !== this.shown.output;
    if (!hasOutput && (this.ui.phase === 'briefing' || second === this.shown.second)) return;
    this.shown = { output: version, second };
    if (hasOutput && this.ui.running !== null && this.ui.follow) this.ui = withEndShown(this.sceneOf(this.ui));
    this.repaint();
  }
}
