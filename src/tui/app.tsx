import { Box, Text, useInput, usePaste, useWindowSize } from 'ink';
import type { Key } from 'ink';
import { useSyncExternalStore } from 'react';
import type { JSX } from 'react';
import { colouredText } from '../model/index.ts';
import { frame } from './frame/frame.ts';
import type { FrameInput } from './frame/frame.ts';
import type { KeyPress } from './model.ts';

/** What the view reads and tells: a store outside React. */
export interface WalkStore {
  subscribe(listener: () => void): () => void;
  /** Changes with everything that the screen shows. */
  version(): number;
  input(columns: number, rows: number): FrameInput;
  press(key: KeyPress, columns: number, rows: number): void;
  /** The frame could not be made. */
  crashed(error: unknown): void;
}

/** The walk on screen. */
export function App({ store }: { readonly store: WalkStore }): JSX.Element {
  useSyncExternalStore(store.subscribe, store.version);
  const size = useWindowSize();
  const { columns } = size;
  // The last row stays free: text in it would scroll the screen by one.
  const rows = size.rows - 1;
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) store.press(press, columns, rows);
  });
  // Pasted text answers questions; it never is a row of keys.
  usePaste((text) => store.press({ name: 'paste', text }, columns, rows));
  const lines = drawn(store, columns, rows);
  return (
    <Box flexDirection="column">
      {lines.map((line, i) => (
        <Text key={i} wrap="truncate">
          {line}
        </Text>
      ))}
    </Box>
  );
}

function drawn(store: WalkStore, columns: number, rows: number): readonly string[] {
  try {
    return frame(store.input(columns, rows)).map(colouredText);
  } catch (error) {
    store.crashed(error);
    return [];
  }
}

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** What Ink calls a key, in our words. Characters that came in one read are keys one after the other. */
export function keyPresses(input: string, key: Key): KeyPress[] {
  if (key.ctrl && /^[a-z]$/.test(input)) return [{ name: `ctrl-${input}`, text: '' }];
  const named = NAMED.find(([name]) => key[name] === true);
  if (named !== undefined) return [{ name: named[1], text: '' }];
  if (key.ctrl) return [];
  // Escape and the next key in one read look like a key with Alt; both were pressed.
  const escape = key.meta ? [{ name: 'escape', text: '' }] : [];
  return [...escape, ...[...input].map(characterKey)];
}

/** A control character is a key by the letter that stands for it. */
function characterKey(char: string): KeyPress {
  if (char === '\r') return { name: 'enter', text: '' };
  if (char === '\n') return { name: 'newline', text: '' };
  if (char === '\u007f' || char === '\b') return { name: 'backspace', text: '' };
  if (char < ' ') return { name: `ctrl-${String.fromCharCode(char.charCodeAt(0) + 96)}`, text: '' };
  return { name: char, text: char };
}
