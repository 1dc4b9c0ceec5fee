import { lineStart } from '../../model/index.ts';
import type { KeyPress } from './key-press.ts';

/** A text being edited; `cursor` counts UTF-16 units and is never inside a character. */
export interface TextField {
  readonly value: string;
  readonly cursor: number;
}

/** A field with the cursor behind its text. */
export function textField(value: string): TextField {
  return { value, cursor: value.length };
}

/** The field after a key; `null` if the key is not for the field. Keys are those of a shell's line editor. */
export function fieldKey(field: TextField, { name, text }: KeyPress): TextField | null {
  const { value, cursor } = field;
  const start = lineStart(value, cursor);
  const lineEnd = value.includes('\n', cursor) ? value.indexOf('\n', cursor) : value.length;
  switch (name) {
    case 'left':
      return { value, cursor: before(value, cursor) };
    case 'right':
      return { value, cursor: after(value, cursor) };
    case 'home':
    case 'ctrl-a':
      return { value, cursor: start };
    case 'end':
    case 'ctrl-e':
      return { value, cursor: lineEnd };
    case 'backspace':
      return cut(value, before(value, cursor), cursor);
    case 'delete':
    case 'ctrl-d':
      return cut(value, cursor, after(value, cursor));
    case 'ctrl-u':
      // At the beginning of a line the one above it is next, so that the key pressed again and again clears all.
      return cut(value, cursor === start && start > 0 ? lineStart(value, start - 1) : start, cursor);
    case 'ctrl-k':
      return cut(value, cursor, lineEnd);
    case 'ctrl-w':
      return cut(value, wordBefore(value, cursor), cursor);
    default:
      return text === '' ? null : { value: value.slice(0, cursor) + text + value.slice(cursor), cursor: cursor + text.length };
  }
}

/** The cursor a line up or down, in the same column where that line is long enough; `null` where there is no such line. */
export function fieldLine({ value, cursor }: TextField, by: -1 | 1): TextField | null {
  const starts = [0, ...[...value.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const line = starts.findLastIndex((start) => start <= cursor);
  const start = starts[line + by];
  if (start === undefined) return null;
  const end = (starts[line + by + 1] ?? value.length + 1) - 1;
  return { value, cursor: Math.min(end, start + cursor - (starts[line] ?? 0)) };
}

function cut(value: string, from: number, to: number): TextField {
  return { value: value.slice(0, from) + value.slice(to), cursor: from };
}

function before(value: string, cursor: number): number {
  let found = 0;
  for (const { index } of new Intl.Segmenter().segment(value.slice(0, cursor))) found = index;
  return found;
}

function after(value: string, cursor: number): number {
  const [next] = new Intl.Segmenter().segment(value.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

function wordBefore(value: string, cursor: number): number {
  return Math.max(0, value.slice(0, cursor).search(/\S+\s*$/));
}
