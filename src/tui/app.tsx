import { Box, Text, useInput, useWindowSize } from 'ink';
import type { Key } from 'ink';
import { useSyncExternalStore } from 'react';
import type { JSX } from 'react';
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
  const lines = frame(store.input(columns, rows));
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

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
];

/** What Ink calls a key, in our words. Characters that came in one read are keys one after the other. */
export function keyPresses(input: string, key: Key): KeyPress[] {
  if (key.ctrl && (input === 'c' || input === 'u' || input === 'z')) return [{ name: `ctrl-${input}`, text: '' }];
  const named = NAMED.find(([name]) => key[name] === true);
  if (named !== undefined) return [{ name: named[1], text: '' }];
  if (key.ctrl) return [];
  // Escape and the next key in one read look like a key with Alt; both were pressed.
  const escape = key.meta ? [{ name: 'escape', text: '' }] : [];
  return [...escape, ...[...input].map((char) => (char === '\r' || char === '\n' ? { name: 'enter', text: '' } : char === '\u0003' ? { name: 'ctrl-c', text: '' } : char === '\u0015' ? { name: 'ctrl-u', text: '' } : char === '\u007f' || char === '\b' ? { name: 'backspace', text: '' } : { name: char, text: char >= ' ' ? char : '' }))];
}
