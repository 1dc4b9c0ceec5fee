import { stripVTControlCharacters } from 'node:util';
import { moveOf } from '../keys/moves.ts';
import { overlayRows } from '../overlay/overlay-rows.ts';
import type { OutputView } from '../output/output-view.ts';
import { works } from '../keys/keys.ts';
import { outputPlace } from '../state/output-place.ts';
import type { Scene } from '../scene/scene.ts';
import { textField } from '../state/text-field.ts';
import { only, type Overlay, type Step, type UiState } from '../state/ui-state.ts';
import type { KeyPress } from '../state/key-press.ts';

/** Keys while help, messages or the whole output lie over the document. */
export function overlayKey(scene: Scene, ui: UiState, overlay: Overlay, key: KeyPress): Step {
  const { name } = key;
  if (name === 'escape' || name === 'q' || (overlay.kind === 'output' && name === 'o') || (overlay.kind === 'help' && name === '?') || (overlay.kind === 'messages' && name === 't')) return only({ ...ui, overlay: null });
  if (name === 'paste') return only({ ...ui, message: 'paste ignored: nothing is asking for input' });
  if (overlay.kind === 'messages' && (name === ']' || name === '[' || name === 'tab')) return only(markedMessage(scene, ui, overlay, name === '[' ? -1 : 1));
  if (overlay.kind === 'messages' && (name === 's' || /^[1-9]$/.test(name)) && scene.webhooks.length > 0) return sent(scene, ui, overlay, name);
  const moved = movedOverlay(scene, overlay, name);
  if (moved !== null) return only({ ...ui, overlay: moved });
  if (!works(scene.keys, name)) return only(ui);
  switch (name) {
    case '/':
      return { ui: { ...ui, ask: { kind: 'search' }, field: textField(overlay.search), choice: -1, refused: '' }, effect: null };
    case 'n':
    case 'N':
      return only(searched(scene, ui, name === 'n' ? 1 : -1, false));
    case 'w':
      return { ui, effect: { do: 'save' } };
    case 'y':
      return { ui, effect: { do: 'copy', text: overlay.kind === 'messages' ? (scene.messages()[overlay.at]?.text ?? '') : outputText(scene) } };
    default:
      return only(ui);
  }
}

/** Sends the marked message to the only webhook, or to that of the number: not before its end was on screen, not twice by a held key, and with blanks only when asked again. */
function sent(scene: Scene, ui: UiState, overlay: Overlay, name: string): Step {
  const { webhooks } = scene;
  if (!ui.armed) return { ui, effect: { do: 'arm' } };
  const to = name === 's' && webhooks.length === 1 ? webhooks[0] : webhooks[Number(name) - 1];
  if (to === undefined) return only({ ...ui, message: `type a number: ${webhooks.map((webhook, index) => `${index + 1} ${webhook}`).join(', ')}` });
  const end = overlayRows(scene, overlay).findLastIndex(({ marked }) => marked === true);
  if (end >= (overlay.top ?? 0) + overlayRoom(scene)) return only({ ...ui, message: 'not sent: scroll to its end first' });
  const text = scene.messages()[overlay.at]?.text ?? '';
  const went = `${overlay.at} ${to}`;
  if (overlay.sent?.includes(went) === true) return only({ ...ui, message: `sent to ${to} before: not sent again` });
  const [blank] = /\[[^\][]+\](?!\()/.exec(text) ?? [];
  if (blank !== undefined && overlay.pointedOut !== overlay.at) return { ui: { ...ui, armed: false, message: `has a blank: ${name} again sends it`, overlay: { ...overlay, pointedOut: overlay.at } }, effect: { do: 'arm' } };
  return { ui: { ...ui, overlay: { ...overlay, sent: [...(overlay.sent ?? []), went] } }, effect: { do: 'send', to, text } };
}

/** What the step wrote that `o` is about. */
export function shownOutput({ keys, output }: Pick<Scene, 'keys' | 'output'>): OutputView | null {
  const at = outputPlace(keys);
  return at === null ? null : output(at.step, at.piece);
}

/** All that is kept, without colours. */
export function outputText(scene: Scene): string {
  const output = shownOutput(scene);
  return output === null ? '' : stripVTControlCharacters(output.lines(output.first, output.end).join('\n'));
}

/** Rows for what an overlay shows, above one row of keys: its frame has a title, and is closed where rows are many. */
export function overlayRoom({ sizes }: Pick<Scene, 'sizes'>): number {
  return Math.max(1, sizes.rows - sizes.header - (sizes.promptFrame ? 3 : 2) - 1);
}

function movedOverlay(scene: Scene, overlay: Overlay, name: string): Overlay | null {
  const room = overlayRoom(scene);
  const output = overlay.kind === 'output' ? shownOutput(scene) : null;
  const first = output?.first ?? 0;
  const last = Math.max(first, (output === null ? overlayRows(scene, overlay).length : output.end) - room);
  const top = overlay.top ?? last;
  const to = (row: number): Overlay => ({ ...overlay, top: overlay.kind === 'output' && row >= last ? null : Math.max(first, Math.min(row, last)) });
  switch (moveOf(name)) {
    case 'down':
      return to(top + 1);
    case 'up':
      return to(top - 1);
    case 'page-down':
      return to(top + room - 1);
    case 'page-up':
      return to(top - room + 1);
    case 'first':
      return to(first);
    case 'last':
      return to(last);
    default:
      return null;
  }
}

/** The next (earlier) message is marked, and in view. */
function markedMessage(scene: Scene, ui: UiState, overlay: Overlay, by: number): UiState {
  const at = Math.max(0, Math.min(overlay.at + by, scene.messages().length - 1));
  const rows = overlayRows(scene, { ...overlay, at });
  const first = rows.findIndex(({ marked }) => marked === true);
  return { ...ui, overlay: { ...overlay, at, top: Math.max(0, Math.min(first, rows.length - overlayRoom(scene))) } };
}

/** To the nearest line with what is searched for, from the one after (before) the top of the screen, or from the top itself. */
export function searched(scene: Scene, ui: UiState, by: 1 | -1, inclusive: boolean): UiState {
  const output = shownOutput(scene);
  const { overlay } = ui;
  if (overlay === null || output === null || overlay.search === '') return ui;
  const top = overlay.top ?? Math.max(output.first, output.end - overlayRoom(scene));
  const line = output.find(overlay.search, inclusive ? (overlay.top ?? output.first) : top + by, by);
  if (line === null) return { ...ui, message: `no ${by === 1 ? 'further' : 'earlier'} line with "${overlay.search}"` };
  return { ...ui, overlay: { ...overlay, top: line } };
}
