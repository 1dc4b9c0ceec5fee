import type { Key } from 'ink';
import { graphemes } from '../../model/index.ts';
import type { KeyPress } from '../state/key-press.ts';

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
export function keyPresses(input: string, key: Key): readonly KeyPress[] {
  if (key.ctrl && /^[a-z]$/.test(input)) return [{ name: `ctrl-${input}`, text: '' }];
  const named = NAMED.find(([name]) => key[name] === true);
  if (named !== undefined) return [{ name: named[1], text: '' }];
  if (key.ctrl) return [];
  // Escape and the next key in one read look like a key with Alt; both were pressed.
  const escape = key.meta ? [{ name: 'escape', text: '' }] : [];
  return [...escape, ...graphemes(input).map(characterKey)];
}

/** A control character is a key by the letter that stands for it. */
function characterKey(char: string): KeyPress {
  if (char === '\r' || char === '\r\n') return { name: 'enter', text: '' };
  if (char === '\n') return { name: 'newline', text: '' };
  if (char === '\u007f' || char === '\b') return { name: 'backspace', text: '' };
  if (char < ' ') return { name: `ctrl-${String.fromCharCode(char.charCodeAt(0) + 96)}`, text: '' };
  return { name: char, text: char };
}
