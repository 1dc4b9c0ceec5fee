import type { At } from '../../walk/index.ts';
import { markedBy, moveOf } from '../keys/moves.ts';
import { type OutlineItem, outlineItems } from '../document/outline.ts';
import { leadOf, blockOf } from '../document/places.ts';
import { seen } from '../document/reading.ts';
import { clamped, lastTop, moved, type Position, TOP, visible } from '../document/viewport.ts';
import { foldsOf } from '../document/folds.ts';
import { hasInput } from '../keys/keys.ts';
import type { Scene } from '../scene/scene.ts';
import type { KeyPress } from '../state/key-press.ts';
import type { UiState } from '../state/ui-state.ts';

/** What moves the view, or the mark in the outline; `null` where the key moves nothing. In an input only whole pages move. */
export function movedView(scene: Scene, ui: UiState, { name }: KeyPress): UiState | null {
  const page = Math.max(1, scene.pane.rows - 2);
  const move = moveOf(name);
  if (name === 'pagedown') return scrolledBy(scene, ui, page);
  if (name === 'pageup') return scrolledBy(scene, ui, -page);
  if (hasInput(ui) || (ui.prompt?.kind === 'choose-alternative' && ui.typing) || (ui.prompt?.kind === 'record-row' && (move === 'up' || move === 'down'))) return null;
  if (ui.pane === 'outline') return movedOutline(scene, ui, name);
  switch (move) {
    case 'down':
      return scrolledBy(scene, ui, 1);
    case 'up':
      return scrolledBy(scene, ui, -1);
    case 'page-down':
      return scrolledBy(scene, ui, page);
    case 'first':
      return scrolledTo(scene, ui, TOP);
    case 'last':
      return scrolledTo(scene, ui, lastTop(scene.rows, scene.pane.rows));
    default:
      return null;
  }
}

/** The view so many rows further; what joins on to what was read is read by that. */
function scrolledBy(scene: Scene, ui: UiState, by: number): UiState {
  return scrolledTo(scene, ui, moved(scene.rows, ui.reading.top, by));
}

/** The view with a row at its top, as far as the document goes. */
export function scrolledTo(scene: Scene, ui: UiState, top: Position): UiState {
  return { ...ui, follow: false, reading: seen(scene.rows, ui.reading, clamped(scene.rows, top, scene.pane.rows), scene.pane.rows) };
}

/** The view on a place, from the first line of its text. */
export function lookedAt(scene: Scene, ui: UiState, at: At): UiState {
  const block = blockOf(scene.blocks, at);
  return block < 0 ? ui : scrolledTo(scene, ui, { block: leadOf(scene.blocks, block), row: 0 });
}

function movedOutline(scene: Scene, ui: UiState, name: string): UiState | null {
  const items = outlineItems(scene.view);
  if (name === 'enter') return showItem(scene, ui, items[ui.outlineAt]);
  const move = moveOf(name);
  if (move === 'first') return { ...ui, outlineAt: 0 };
  if (move === 'last') return { ...ui, outlineAt: Math.max(0, items.length - 1) };
  const marked = markedBy(name, ui.outlineAt, items.length);
  return marked === null ? null : { ...ui, outlineAt: marked };
}

/** The document at what is marked in the outline; nothing runs from there. */
function showItem(scene: Scene, ui: UiState, item: OutlineItem | undefined): UiState {
  if (item === undefined) return ui;
  if (item.kind === 'section') return sectionShown(scene, ui, item.section);
  const block = scene.blocks.findIndex((each) => (each.kind === 'piece' || each.kind === 'manual') && each.section === item.section && each.step === item.step);
  return block < 0 ? { ...ui, pane: 'document' } : scrolledTo(scene, { ...ui, pane: 'document' }, { block: leadOf(scene.blocks, block), row: 0 });
}

/** The document at the heading of a section. */
export function sectionShown(scene: Scene, ui: UiState, section: number): UiState {
  const shown: UiState = { ...ui, pane: 'document' };
  const block = scene.blocks.findIndex((each) => each.kind === 'heading' && each.section === section);
  return block < 0 ? shown : scrolledTo(scene, shown, { block, row: 0 });
}

/** The section that `z` is about: the one that is marked in the outline; on screen the first folded one, else one that `z` opened, else the first. */
export function sectionToFold(scene: Scene, ui: UiState): number | null {
  if (ui.pane === 'outline') return outlineItems(scene.view)[ui.outlineAt]?.section ?? null;
  const folds = foldsOf(scene.plan, ui.toggled);
  const headings = visible(scene.rows, ui.reading.top, scene.pane.rows).flatMap(({ block }) => {
    const shown = scene.blocks[block];
    return shown?.kind === 'heading' && shown.depth > 1 ? [shown.section] : [];
  });
  return headings.find((section) => folds.has(section)) ?? headings.find((section) => ui.toggled.has(section)) ?? headings[0] ?? null;
}
