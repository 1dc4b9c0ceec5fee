import { hasInput, works } from '../keys/keys.ts';
import type { Scene } from '../scene/scene.ts';
import { only, type Step, stopping, type UiState } from '../state/ui-state.ts';
import type { KeyPress } from '../state/key-press.ts';
import { askKey } from './press-ask.ts';
import { documentKey } from './press-document.ts';
import { endOfInput } from './press-end.ts';
import { inputKey } from './press-input.ts';
import { movedView } from './press-move.ts';
import { overlayKey } from './press-overlay.ts';

/** One key. Pure: the same scene and key give the same step. */
export function press(scene: Scene, pressed: KeyPress): Step {
  const ui: UiState = scene.ui.message === '' ? scene.ui : { ...scene.ui, message: '' };
  // Some terminals send a line feed for Enter; only an edited command has use for one.
  const key = pressed.name === 'newline' && ui.ask?.kind !== 'edit' ? { name: 'enter', text: '' } : pressed;
  if (key.name === 'ctrl-c') return ui.running !== null ? stopping(ui) : { ui, effect: { do: ui.prompt?.kind === 'finished' ? 'close' : 'interrupt' } };
  if (key.name === 'ctrl-z') return { ui, effect: { do: 'suspend' } };
  const told = key.name === 'ctrl-d' ? endOfInput(ui) : null;
  if (told !== null) return only(told);
  if (ui.overlay !== null && ui.ask === null) return overlayKey(scene, ui, ui.overlay, key);
  if (ui.ask === null) {
    const moved = movedView(scene, ui, key);
    if (moved !== null) return only(moved);
    if (key.name === '?' && works(scene.keys, '?')) return only({ ...ui, overlay: { kind: 'help', top: 0, at: 0, search: '' } });
  }
  // A key that is held down or comes a moment too late was meant for the previous question, and is ignored.
  if (!ui.armed) return { ui, effect: { do: 'arm' } };
  if (ui.ask !== null) return askKey(scene, ui, ui.ask, key);
  if (hasInput(ui)) return inputKey(ui, key);
  if (key.name === 'paste') return only({ ...ui, message: 'paste ignored: nothing is asking for input' });
  return documentKey(scene, ui, key);
}
