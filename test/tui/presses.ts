import { press } from '../../src/tui/presses/press.ts';
import { settledView } from '../../src/tui/scene/follow.ts';
import type { KeyPress } from '../../src/tui/state/key-press.ts';
import { type Scene, sceneOf } from '../../src/tui/scene/scene.ts';
import type { Step, UiState } from '../../src/tui/state/ui-state.ts';
import { scene, type SceneParts } from './scenes.ts';

/** The screen with the prompt settled, all that leads to it read where it fits. */
export function at(ui: Partial<UiState>, parts: SceneParts = {}): Scene {
  const first = scene({ rows: 60, ...parts, ui: { choice: ui.prompt?.kind === 'enter-parameter' ? -1 : 0, ...ui } });
  return withUi(first, settledView({ scene: first, before: { block: -1, jumped: false, scene: null } }));
}

/** The same screen in another state. */
export function withUi(before: Scene, ui: UiState): Scene {
  return sceneOf({ ...before, ui }, before.sizes.columns, before.sizes.rows + 1);
}

/** A key by its name. */
export function key(name: string): KeyPress {
  return { name, text: [...name].length === 1 ? name : '' };
}

/** Keys one after the other; what they led to last. */
export function pressed(before: Scene, ...names: readonly (string | KeyPress)[]): { readonly scene: Scene; readonly step: Step } {
  let now = before;
  let step: Step = { ui: before.ui, effect: null };
  for (const name of names) {
    step = press(now, typeof name === 'string' ? key(name) : name);
    // A question of the screen's own counts once it has stood a moment.
    now = withUi(now, { ...step.ui, armed: true });
  }
  return { scene: now, step };
}
