import { useInput, usePaste } from 'ink';
import { type JSX, useSyncExternalStore } from 'react';
import { keyPresses } from '../keys/key-presses.ts';
import type { ScreenStore } from '../screen-store.ts';
import { Screen } from './screen.tsx';
import { TooSmall } from './too-small.tsx';

/** The walk on screen: shows the state of the store and passes keys back to it. */
export function App({ store }: { readonly store: ScreenStore }): JSX.Element {
  useSyncExternalStore(store.subscribe, store.version);
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) store.press(press);
  });
  // Pasted text answers questions; it never counts as key presses.
  usePaste((text) => store.press({ name: 'paste', text }));
  const scene = store.scene();
  return scene.sizes.tooSmall ? <TooSmall columns={scene.sizes.columns} rows={scene.sizes.rows + 1} /> : <Screen scene={scene} />;
}
