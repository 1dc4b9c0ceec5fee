import { hasRun, type RunState } from '../../events/index.ts';
import { type Plan, stepOf } from '../../plan/index.ts';
import { standingMarks } from '../../print/index.ts';
import type { At } from '../../walk/index.ts';
import { blockLines } from '../document/block-lines.ts';
import type { DocumentBlock } from '../document/document-block.ts';
import type { DocumentView } from '../document/document-view.ts';
import { documentBlocks } from '../document/flatten.ts';
import { withOpen } from '../document/folds.ts';
import type { Line } from '../document/lines.ts';
import { blockOf } from '../document/places.ts';
import { hasRead } from '../document/reading.ts';
import { bottomOf, compare, type Position, type Rows } from '../document/viewport.ts';
import type { OutputView } from '../output/output-view.ts';
import { askContent } from '../prompt/ask-content.ts';
import { briefingContent } from '../prompt/briefing-content.ts';
import type { PromptContext } from '../prompt/prompt-context.ts';
import { fitted, heightOf, type PromptContent } from '../prompt/prompt-part.ts';
import { runningContent } from '../prompt/running-content.ts';
import { isHeldWhole, walkContent } from '../prompt/walk-content.ts';
import { paneOf, promptRoom, type Sizes, sizesOf } from '../sizes.ts';
import type { Theme } from '../theme.ts';
import type { WalkFacts } from '../walk-facts.ts';
import type { KeyContext } from '../keys/keys.ts';
import type { Message } from '../state/message.ts';
import type { UiState } from '../state/ui-state.ts';
import { footerKeys } from './footer-keys.ts';
import { messagePlace, messageRows } from './message-place.ts';
import { textLeft } from './text-left.ts';

/** Everything that the screen is made from. */
export interface SceneSource extends WalkFacts {
  readonly ui: UiState;
  readonly plan: Plan;
  readonly state: RunState;
  readonly theme: Theme;
  readonly now: Date;
  /** Since the run began, and since what runs began. */
  readonly elapsedMs: number;
  readonly runningMs: number;
  messages(): readonly Message[];
  /** Names of the webhooks that a message can be sent to. */
  readonly webhooks: readonly string[];
  output(step: string, piece: number): OutputView | null;
  mask(text: string): string;
  /** Values that a parameter may have, among what was written so far. */
  suggestions(parameter: string): readonly string[];
}

/** The screen before it is drawn: sizes, the document as rows, the question, the keys that count. */
export interface Scene extends SceneSource {
  readonly sizes: Sizes;
  readonly pane: { readonly columns: number; readonly rows: number };
  readonly view: DocumentView;
  readonly blocks: readonly DocumentBlock[];
  readonly rows: Rows;
  readonly prompt: PromptContent;
  readonly focusBlock: number;
  /** The row below the framed command; `null` where none is framed. */
  readonly focusEnd: Position | null;
  /** The end of what has to have been on screen before the question is answered: all of the command, or what leads to it where only a value is asked for. */
  readonly toRead: Position | null;
  /** The end of the framed command is on screen. */
  readonly focusShown: boolean;
  readonly keys: KeyContext;
}

/** The sections of what is framed or looked at, of what ran before it was left out again, or that choices are or stand in: they are open. */
function sectionsOpen({ plan: { runbook, steps }, state, ui: { prompt, look } }: SceneSource, focus: At | null): readonly number[] {
  const open = steps.filter(({ included, step: { id } }) => (!included && hasRun(state, id)) || (prompt?.kind !== 'choose-alternative' && (id === focus?.step || id === look?.step)));
  const { choices = [], section = null } = (prompt?.kind === 'choose-alternative' ? runbook.alternatives[prompt.group] : undefined) ?? {};
  return [...open.map(({ step }) => step.section), ...choices.flatMap((choice) => choice.section ?? section ?? [])];
}

/** Columns and rows in, the screen out. */
export function sceneOf(source: SceneSource, columns: number, rows: number): Scene {
  const { ui, plan, state } = source;
  const sizes = sizesOf(columns, rows);
  const prompt = promptOf(source, sizes);
  const focus = focusOf(ui, plan);
  const known = { ui, plan, state, focus, resumed: source.resumed !== null, messages: plan.runbook.templates.length, webhooks: source.webhooks, outline: sizes.outline > 0 };
  // How many rows the keys take depends neither on what was read nor on whether they count yet: the end of an output would go below the edge.
  const pane = paneOf(sizes, heightOf(prompt), footerKeys({ ...known, ui: { ...ui, armed: true }, unread: false }, sizes.columns - 2).length);
  const view: DocumentView = {
    plan, state, prompt: ui.prompt, heldWhole: ui.prompt?.kind === 'settle-doubt' && isHeldWhole(ui.prompt, contextOf(source, sizes)), running: ui.running, focus, look: ui.look, toggled: withOpen(plan, ui.toggled, sectionsOpen(source, focus)), values: ui.values, outputRows: Math.max(3, Math.floor(rows / 3)), outlineRows: sizes.outlineRows, wide: sizes.outline > 0, unicode: source.theme.unicode, unlike: standingMarks(source.standing),
    output: (step, piece) => source.output(step, piece),
    readShell: (code) => source.readShell(code),
    mask: (text) => source.mask(text),
  };
  const blocks = documentBlocks(plan.runbook);
  const rowsOf = documentRows(blocks, view, pane.columns);
  const focusBlock = focus === null ? -1 : blockOf(blocks, focus);
  const focusEnd = focusBlock < 0 ? null : { block: focusBlock, row: frameEnd(rowsOf.lines(focusBlock)) };
  const focusShown = focusEnd !== null && compare(ui.reading.top, focusEnd) < 0 && compare(bottomOf(rowsOf, ui.reading.top, pane.rows), focusEnd) >= 0;
  const left = textLeft({ prompt: ui.prompt, plan, state, blocks, rows: rowsOf });
  const toRead = left?.end ?? endToRead({ ui, plan, blocks }, focusEnd);
  const unread = toRead !== null && isUnread(ui, toRead, left !== null || focusShown);
  return { ...source, sizes, pane, view, blocks, rows: rowsOf, prompt, focusBlock, focusEnd, toRead, focusShown, keys: { ...known, unread } };
}

/** A command has to be on screen once more when it is asked about; what leads to a value or a choice was read before that opened. */
function isUnread({ prompt, typing, reading }: UiState, toRead: Position, shown: boolean): boolean {
  return asksBelowText(prompt) ? !typing && !hasRead(reading, toRead) : !(hasRead(reading, toRead) && shown);
}

/** Where what has to be read before the question ends: with the framed command, or with what leads to a value or a choice. */
function endToRead({ ui: { prompt }, plan, blocks }: Pick<Scene, 'ui' | 'plan' | 'blocks'>, focusEnd: Position | null): Position | null {
  if (prompt?.kind === 'choose-alternative') return choicesBegin({ plan, blocks }, prompt.group);
  return focusEnd !== null && asksBelowText(prompt) ? { block: focusEnd.block, row: 0 } : focusEnd;
}

/** Whether a question opens below the text that leads to it, once that has been on screen. */
export function asksBelowText(prompt: UiState['prompt']): boolean {
  return prompt?.kind === 'enter-parameter' || prompt?.kind === 'choose-alternative';
}

/** The heading of the first way of a choice, or the way itself where it stands within a section; `null` where neither is in the document. */
function choicesBegin({ plan, blocks }: Pick<Scene, 'plan' | 'blocks'>, group: number): Position | null {
  const first = plan.runbook.alternatives[group]?.choices[0];
  const line = first?.span.start.line ?? 0;
  const block = blocks.findIndex((candidate) => (first?.section == null ? candidate.line >= line : candidate.kind === 'heading' && candidate.section === first.section));
  return block < 0 ? null : { block, row: 0 };
}

/** The place in the frame: what is running, or asked about. */
export function focusOf({ prompt, running }: Pick<UiState, 'prompt' | 'running'>, plan: Plan): At | null {
  if (running !== null) return { step: running.step, piece: running.piece };
  if (prompt === null || !('step' in prompt)) return null;
  if ('piece' in prompt) return { step: prompt.step, piece: prompt.piece };
  const pieces = stepOf(plan, prompt.step)?.pieces ?? [];
  return { step: prompt.step, piece: pieces.find(({ missing }) => missing.includes(prompt.name))?.piece.index ?? 0 };
}

function contextOf(source: SceneSource, sizes: Sizes): PromptContext {
  return { ...source, run: source.state.id === '' ? null : source.state.id, width: sizes.promptColumns, most: sizes.promptMost };
}

function promptOf(source: SceneSource, sizes: Sizes): PromptContent {
  const { ui, theme, runningMs } = source;
  const content = fitted(contentOf(contextOf(source, sizes), runningMs), promptRoom(sizes), theme);
  if (messagePlace(ui, sizes) !== 'prompt') return content;
  const rows = messageRows(ui.message, sizes.promptColumns, sizes.promptMost - heightOf(content), source.theme);
  return { ...content, parts: [...content.parts, { kind: 'words', rows }] };
}

function contentOf(context: PromptContext, runningMs: number): PromptContent {
  const { ui } = context;
  if (ui.ask !== null) return askContent(ui.ask, context);
  if (ui.phase === 'briefing') return briefingContent(context);
  if (ui.prompt !== null) return walkContent(ui.prompt, context);
  return runningContent(ui.running, runningMs, context);
}

function documentRows(blocks: readonly DocumentBlock[], view: DocumentView, width: number): Rows {
  const made = new Map<number, readonly Line[]>();
  return {
    count: blocks.length,
    lines: (index) => {
      const known = made.get(index);
      if (known !== undefined) return known;
      const block = blocks[index];
      const lines = block === undefined ? [] : blockLines(block, view, width);
      made.set(index, lines);
      return lines;
    },
  };
}

/** The row below the frame of a block's lines; below all of them where it has none. */
function frameEnd(lines: readonly Line[]): number {
  const bottom = lines.findIndex(({ kind }) => kind === 'bottom');
  return bottom === -1 ? lines.length : bottom + 1;
}
