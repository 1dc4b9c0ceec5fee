import type { Prompt, RunPiece } from '../../walk/index.ts';
import { foldsOf } from '../document/folds.ts';
import { afterRow, type Line, resultEnd } from '../document/lines.ts';
import { firstNewRow } from '../document/new-row.ts';
import { leadOf } from '../document/places.ts';
import { hasRead, type Reading, seen, settle } from '../document/reading.ts';
import { bottomOf, clamped, compare, distance, moved, type Position, TOP } from '../document/viewport.ts';
import { hasInput } from '../keys/keys.ts';
import { textField } from '../state/text-field.ts';
import { ASKED_TO_STOP, type UiState } from '../state/ui-state.ts';
import { type Scene, sceneOf } from './scene.ts';
import { textLeft } from './text-left.ts';

/** What the operator has seen of the document before something is asked. */
interface Before {
  /** The block that had the frame before; `-1` where none had. */
  readonly block: number;
  /** The walk was sent to another place: what lies between was left out. */
  readonly jumped: boolean;
  /** The screen until now, where there was one. */
  readonly scene: Scene | null;
}

/** The screen's state with a new question: whatever stood above it is closed, and its keys do not count yet. */
export function withPrompt(ui: UiState, prompt: Prompt): UiState {
  return {
    ...ui, phase: 'walk', prompt, running: null, busy: false, armed: false, follow: true, look: null, pane: 'document', typing: true, ask: null, overlay: null, refused: '',
    message: ui.message === ASKED_TO_STOP ? '' : ui.message,
    inProduction: prompt.kind === 'run-piece' ? productionOf(prompt) : ui.inProduction,
    field: textField(''),
    choice: firstChoice(prompt),
    cells: prompt.kind === 'record-row' ? prompt.cells.map(({ value }) => value) : ui.cells,
  };
}

function productionOf({ production, step, piece }: RunPiece): UiState['inProduction'] {
  return production.yes ? { step, piece } : null;
}

const WITHOUT_MARK: ReadonlySet<Prompt['kind']> = new Set(['enter-parameter', 'choose-target', 'choose-alternative']);

/** Nothing is marked at first where a bare Enter would take a value, a target or an alternative; in a history row, what is not filled in. */
function firstChoice(prompt: Prompt): number {
  if (WITHOUT_MARK.has(prompt.kind)) return -1;
  return prompt.kind === 'record-row' ? Math.max(0, prompt.cells.findIndex(({ open }) => open)) : 0;
}

/** Moves the view so that the subject of the question and everything leading to it is on screen, or has to be read first. */
export function settledView({ scene, before }: { readonly scene: Scene; readonly before: Before }): UiState {
  const { ui, rows, pane, focusBlock, focusEnd, blocks } = scene;
  const { prompt } = ui;
  if (prompt === null) return ui;
  if (prompt.kind === 'choose-target') return { ...ui, reading: seen(rows, ofBriefing(before.scene) ?? ui.reading, clamped(rows, targetsTop(scene, prompt.line), pane.rows), pane.rows) };
  if (prompt.kind === 'end-run' || prompt.kind === 'record-row' || prompt.kind === 'finished') return withResultShown(belowSteps(scene), before.block);
  if (prompt.kind === 'choose-alternative') return beforeChoice(scene, before);
  if (focusEnd === null || focusBlock < 0) return ui;
  if (asksOfResult(prompt)) return withEndShown(scene);
  // The same command again: what was unread before it still is, and its frame has what is new of it.
  const same = focusBlock === before.block;
  const inOrder = !before.jumped && focusBlock > before.block;
  const begin: Position = { block: focusBlock, row: 0 };
  const unread = earlier(ui.reading.read, begin);
  const next = (): Position => (inOrder ? fromThere(scene, before) : { block: leadOf(blocks, focusBlock), row: 0 });
  const from = same ? (newIn(scene, before.scene) ?? unread) : next();
  const goesOn = inOrder && before.block >= 0;
  const own = same ? unread : from;
  const start: Position = goesOn ? { block: before.block, row: 0 } : own;
  const reading = settle(rows, ui.reading, { from, end: focusEnd, before: start }, pane.rows);
  const settled: UiState = { ...ui, reading };
  if (prompt.kind !== 'enter-parameter') return hasRead(reading, focusEnd) ? withFrameShown(drawn(scene, settled)) : settled;
  if (hasRead(reading, focusEnd)) return settled;
  const open = withLead(scene, { top: reading.top, read: from }, focusEnd);
  return hasRead(open, begin) ? { ...ui, reading: open } : readFirst(scene, { from, end: begin, before: start });
}

/** What the briefing left in view has been on screen too. */
function ofBriefing(scene: Scene | null): Reading | null {
  return scene?.ui.phase === 'briefing' ? seen(scene.rows, scene.ui.reading, scene.ui.reading.top, scene.pane.rows) : null;
}

/** Where reading goes on: below what had the frame before, or where reading for a target or a choice has ended. */
function fromThere(now: Scene, { block, scene }: Before): Position {
  const { rows, ui: { reading } } = now;
  const prompt = scene?.ui.prompt;
  // The command itself has the target's values only now.
  if (prompt?.kind === 'choose-target') return earlier(reading.read, { block: now.focusBlock, row: 0 });
  const after: Position = block < 0 ? TOP : { block, row: afterRow(rows.lines(block)) };
  return prompt?.kind === 'choose-alternative' ? belowOtherWays(now, compare(reading.read, after) > 0 ? reading.read : after, prompt.group) : after;
}

/** At the end what counts as unread begins below the last step: a step that was left out is not read any more. */
function belowSteps(scene: Scene): Scene {
  const { ui, plan, state, blocks, rows } = scene;
  const begin = textLeft({ prompt: ui.prompt, plan, state, blocks, rows })?.begin ?? ui.reading.read;
  return compare(begin, ui.reading.read) <= 0 ? scene : { ...scene, ui: { ...ui, reading: { ...ui.reading, read: begin } } };
}

function earlier(one: Position, other: Position): Position {
  return compare(one, other) < 0 ? one : other;
}

/** The ways of a choice that were not taken are folded, and were in its list: nobody has to read their headings again. */
function belowOtherWays({ plan, view, blocks }: Scene, from: Position, group: number): Position {
  const ways = new Set(plan.runbook.alternatives[group]?.choices.map(({ section }) => section));
  const folds = foldsOf(view.plan, view.toggled);
  const isOtherWay = (by: number | undefined): boolean => by !== undefined && ways.has(by);
  const block = blocks.findIndex(({ section }, index) => index >= from.block && !isOtherWay(folds.get(section)?.by));
  return block <= from.block ? from : { block, row: 0 };
}

/** A choice is made below what leads to it, which may say to stop; where all of that has been on screen, its ways are in view, or what came of the one that ran last. */
function beforeChoice(scene: Scene, before: Before): UiState {
  const { ui, rows, pane, toRead: end } = scene;
  const from = fromThere(scene, before);
  if (end === null || before.jumped) return withChoices(scene);
  if (compare(from, end) >= 0) return before.block < end.block ? withChoices(scene) : withResultShown(scene, before.block);
  const way = { from, end, before: before.block < 0 ? TOP : { block: before.block, row: 0 } };
  const reading = settle(rows, ui.reading, way, pane.rows);
  return hasRead(reading, end) ? { ...ui, reading } : readFirst(scene, way);
}

/** The ways of a choice in view, from what leads to the first of them; where that has no room, which would cut a sentence, from the first. */
function withChoices({ ui, rows, pane, blocks, toRead }: Scene): UiState {
  const lead = toRead === null ? ui.reading.top : { block: Math.max(0, leadOf(blocks, toRead.block)), row: 0 };
  const top = toRead === null || distance(rows, lead, toRead, pane.rows) < pane.rows ? lead : toRead;
  return { ...ui, reading: seen(rows, ui.reading, clamped(rows, top, pane.rows), pane.rows) };
}

const OF_RESULTS: ReadonlySet<Prompt['kind']> = new Set(['judge', 'piece-failed', 'interrupted', 'end-run', 'record-row', 'finished']);

/** Whether a question is about what came of a command, which is in view with it at every size. */
export function asksOfResult(prompt: Prompt | null): boolean {
  return prompt !== null && OF_RESULTS.has(prompt.kind);
}

/** What leads to a question is read before its input or its list opens. Without them there is more room for it. */
function readFirst(scene: Scene, way: { readonly from: Position; readonly end: Position; readonly before: Position }): UiState {
  const { ui, rows, pane } = drawn(scene, { ...scene.ui, typing: false });
  return { ...ui, reading: settle(rows, ui.reading, way, pane.rows) };
}

/** The input of the question, with what the value is for in view. */
export function withInput(scene: Scene, ui: UiState): UiState {
  const open = drawn(scene, { ...ui, typing: true });
  if (ui.prompt?.kind === 'choose-alternative') return withChoices(open);
  return open.focusEnd === null || open.focusShown ? open.ui : { ...open.ui, reading: withLead(open, ui.reading, open.focusEnd) };
}

/** The same screen in another state. */
function drawn(scene: Scene, ui: UiState): Scene {
  return sceneOf({ ...scene, ui }, scene.sizes.columns, scene.sizes.rows + 1);
}

/** Where the frame has something new, if all of it had been on screen with another question and has no room now; `null` if not. */
function newIn({ rows, focusBlock, focusEnd, ui, pane }: Scene, was: Scene | null): Position | null {
  if (focusEnd === null || focusEnd.row <= pane.rows) return null;
  if (was === null || was.focusBlock !== focusBlock || was.focusEnd === null || was.pane.columns !== pane.columns || !hasRead(ui.reading, was.focusEnd)) return null;
  return { block: focusBlock, row: firstNewRow(was.rows.lines(focusBlock).slice(0, was.focusEnd.row), rows.lines(focusBlock)) };
}

/** What a value is for stands right above its command, and is in view while it is asked for. */
function withLead({ rows, pane, focusBlock }: Scene, reading: Reading, end: Position): Reading {
  const shown = Math.min(end.row, Math.max(CODE_BEGINS, Math.min(valueRow(rows.lines(focusBlock)) + 1, pane.rows - 1)));
  const lead = moved(rows, { block: focusBlock, row: pane.rows > FEW_ROWS ? shown : 0 }, -pane.rows);
  return seen(rows, reading, clamped(rows, compare(lead, reading.top) > 0 ? lead : reading.top, pane.rows), pane.rows);
}

/** The row of a frame in which the value is missing; `-1` where no row shows it. */
function valueRow(lines: readonly Line[]): number {
  return lines.findIndex((line) => line.kind === 'framed' && line.row.segments.some(({ roles }) => roles.includes('example') || roles.includes('warn')));
}

/** Rows of a frame down to the first of its command; where there are few rows at all, the words above it have them. */
const CODE_BEGINS = 2;
const FEW_ROWS = 2;

/** What was framed on screen stays there where a question takes rows from the document. */
export function keptInView(before: Scene, after: Scene): UiState {
  const { ui, pane, focusEnd } = after;
  if (focusEnd === null || ui.reading !== before.ui.reading) return ui;
  if (typesValue(before) && typesValue(after) && before.ui.prompt === ui.prompt && pane.rows < before.pane.rows) return { ...ui, reading: withLead(after, ui.reading, focusEnd) };
  if (asksOfResult(ui.prompt) && before.ui.prompt === ui.prompt) return pane.rows !== before.pane.rows && resultShown(before) ? withEndShown(after) : ui;
  // Of a command that ran, what it writes is followed.
  if (!before.focusShown || (after.focusShown && (pane.rows <= before.pane.rows || ui.prompt === null))) return ui;
  return withFrameShown(after);
}

/** The framed command in view: where a question or another size took its first rows, it has them again as far as there is room. */
export function withFrameShown(scene: Scene): UiState {
  const { ui, rows, pane, focusEnd, focusBlock, focusShown } = scene;
  const isWhole = focusShown && compare(ui.reading.top, { block: focusBlock, row: 0 }) <= 0;
  return focusEnd === null || isWhole ? ui : { ...ui, reading: seen(rows, ui.reading, clamped(rows, moved(rows, focusEnd, -pane.rows), pane.rows), pane.rows) };
}

/** Whether the end of what came of the framed command is in view. */
function resultShown(scene: Scene): boolean {
  return compare(withEndShown(scene).reading.top, scene.ui.reading.top) === 0;
}

function typesValue({ ui }: Scene): boolean {
  return hasInput(ui) && ui.prompt?.kind === 'enter-parameter';
}

/** The end of what came of the framed block (what it wrote, its checks) in view; its beginning too where there is room. */
export function withEndShown(scene: Scene): UiState {
  return withResultShown(scene, scene.focusBlock);
}

/** The end of what came of a block in view: what the file shows for it would be taken for what it wrote. */
function withResultShown(scene: Scene, block: number): UiState {
  const { ui, rows, pane } = scene;
  if (block < 0) return ui;
  const lines = rows.lines(block);
  const begin: Position = { block, row: 0 };
  const isShown = (row: number): boolean => compare(ui.reading.top, begin) <= 0 && compare(bottomOf(rows, ui.reading.top, pane.rows), { block, row }) >= 0;
  // All of it if there is room, including the file's sample output.
  const end: Position = { block, row: lines.length <= pane.rows ? lines.length : resultEnd(lines) };
  if (isShown(end.row)) return { ...ui, reading: seen(rows, ui.reading, clamped(rows, ui.reading.top, pane.rows), pane.rows) };
  const lowest = moved(rows, end, -pane.rows);
  return { ...ui, reading: seen(rows, ui.reading, clamped(rows, compare(begin, lowest) < 0 ? lowest : lowestOrLead(scene, block, lowest), pane.rows), pane.rows) };
}

/** Where all of a block fits, what leads to it stands above it as far as there is room. */
function lowestOrLead({ blocks }: Scene, block: number, lowest: Position): Position {
  const lead: Position = { block: leadOf(blocks, block), row: 0 };
  return compare(lead, lowest) > 0 ? lead : lowest;
}

/** The table that names the targets; what was on screen stays where it is in view already, or is not in the text. */
function targetsTop({ blocks, rows, ui, pane }: Scene, line: number): Position {
  const block = blocks.findLastIndex((candidate) => candidate.line <= line);
  const shown = block < 0 || (compare(ui.reading.top, { block, row: 0 }) <= 0 && compare(bottomOf(rows, ui.reading.top, pane.rows), { block, row: rows.lines(block).length }) >= 0);
  return shown ? ui.reading.top : { block, row: 0 };
}
