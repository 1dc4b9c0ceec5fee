import { expect, it } from 'vitest';
import { App } from '../../../src/tui/components/app.tsx';
import type { ScreenStore } from '../../../src/tui/screen-store.ts';
import { frame } from '../frame.tsx';
import { byHand, planOf, scene } from '../scenes.ts';

/** A store in which nothing changes. */
function storeOf(columns: number, rows: number): ScreenStore {
  const shown = scene({ columns, rows, ui: { prompt: byHand(planOf(), 0) } });
  return { subscribe: () => () => undefined, version: () => 1, scene: () => shown } as unknown as ScreenStore;
}

it('draws the screen, and says where there is no room for it', () => {
  expect(frame(<App store={storeOf(80, 24)} />, 80)).toMatch(/╭─+╮\n│ Step 1 of 4 · to do by hand +│/);
  expect(frame(<App store={storeOf(30, 9)} />, 30)).toContain('too small: 30x9');
});
