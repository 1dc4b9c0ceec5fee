import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldKey, fieldLine, textField } from '../../../src/tui/state/text-field.ts';
import type { TextField } from '../../../src/tui/state/text-field.ts';

/** `|` is the cursor. */
function field(text: string): TextField {
  return { value: text.replace('|', ''), cursor: text.indexOf('|') };
}

function shown({ value, cursor }: TextField): string {
  return `${value.slice(0, cursor)}|${value.slice(cursor)}`;
}

const key = (name: string): { readonly name: string; readonly text: string } => ({ name, text: name.length === 1 ? name : '' });

describe('a key in a text', () => {
  it.each([
    ['left', 'ab|', 'a|b'],
    ['left', '|ab', '|ab'],
    ['left', 'a👩‍🚒|', 'a|👩‍🚒'],
    ['right', '|👩‍🚒b', '👩‍🚒|b'],
    ['home', 'one\ntw|o', 'one\n|two'],
    ['end', 'o|ne\ntwo', 'one|\ntwo'],
    ['ctrl-e', 'one\n|two', 'one\ntwo|'],
    ['backspace', 'aé|b', 'a|b'],
    ['delete', 'a|éb', 'a|b'],
    ['delete', 'ab|', 'ab|'],
    ['ctrl-u', 'one\ntw|o', 'one\n|o'],
    ['ctrl-u', 'one\ntwo\n|', 'one\n|'],
    ['ctrl-u', '|one', '|one'],
    ['ctrl-k', 'o|ne\ntwo', 'o|\ntwo'],
    ['ctrl-w', 'git push  |now', 'git |now'],
    ['ctrl-w', '  |', '|'],
    ['x', 'a|b', 'ax|b'],
  ])('%s: %s becomes %s', (name, from, to) => {
    const next = fieldKey(field(from), key(name));
    expect(next && shown(next)).toBe(to);
  });

  it('is none of the field where it writes nothing', () => {
    expect(fieldKey(field('a|'), key('pageup'))).toBeNull();
  });

  it('goes up and down by lines', () => {
    expect(shown(fieldLine(field('long line\nx|y'), -1) ?? textField(''))).toBe('l|ong line\nxy');
    expect(shown(fieldLine(field('long li|ne\nxy'), 1) ?? textField(''))).toBe('long line\nxy|');
    expect(fieldLine(field('a|\nb'), -1)).toBeNull();
    expect(fieldLine(field('a\nb|'), 1)).toBeNull();
  });

  it('never leaves the text', () => {
    const names = ['left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl-u', 'ctrl-k', 'ctrl-w', 'a', '漢'];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom(...names)), (value, pressed) => {
        const end = pressed.reduce<TextField>((at, name) => fieldKey(at, key(name)) ?? at, textField(value));
        expect(end.cursor).toBeGreaterThanOrEqual(0);
        expect(end.cursor).toBeLessThanOrEqual(end.value.length);
      }),
    );
  });
});
