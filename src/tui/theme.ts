import { displayWidth, graphemes } from '../model/index.ts';
import type { DrawMark } from '../print/index.ts';

/** How things look: the terminal's own sixteen colours, so that light and dark both work; words carry the meaning, colour only helps. */
export interface Theme {
  readonly colour: boolean;
  /** Marks beyond ASCII may be used. */
  readonly unicode: boolean;
}

const CODES = { bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], strike: [9, 29], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39], inverse: [7, 27] } as const;

export type Look = keyof typeof CODES;

/** A text in a look, or as it is. */
export function look(theme: Theme, style: Look, text: string): string {
  const [on, off] = CODES[style];
  return theme.colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

/** How marks in prose look. */
export function drawMark(theme: Theme): DrawMark {
  return (mark, word) => look(theme, PROSE[mark], word);
}

const PROSE = { code: 'cyan', strong: 'bold', emphasis: 'italic', strike: 'strike', link: 'underline' } as const;

/** The mark of a step's state; each is another character, with or without colour. */
export function mark(theme: Theme, state: string): string {
  const [unicode, ascii, style] = MARKS[state] ?? ['·', '.', 'dim'];
  return look(theme, style, theme.unicode ? unicode : ascii);
}

const MARKS: Readonly<Record<string, readonly [string, string, Look]>> = {
  passed: ['✔', '+', 'green'],
  failed: ['✘', 'x', 'red'],
  'timed-out': ['✘', 'x', 'red'],
  stopped: ['■', '#', 'yellow'],
  skipped: ['–', '-', 'yellow'],
  running: ['●', '*', 'cyan'],
  current: ['▶', '>', 'bold'],
  open: ['·', '.', 'dim'],
};

/** A text of exactly so many cells: cut with a mark, or filled with blanks. Colours in it are kept and closed. */
export function fit(text: string, width: number, theme: Theme): string {
  const plain = displayWidth(text);
  if (plain <= width) return text + ' '.repeat(width - plain);
  const more = theme.unicode ? '…' : '~';
  let cells = 0;
  let out = '';
  for (const part of text.split(/(\u001b\[[0-9;]*m)/)) {
    if (part.startsWith('\u001b[')) {
      out += part;
      continue;
    }
    for (const segment of graphemes(part)) {
      const size = displayWidth(segment);
      if (cells + size > width - 1) return `${out}${theme.colour ? '\u001b[0m' : ''}${more}${' '.repeat(Math.max(0, width - cells - 1))}`;
      out += segment;
      cells += size;
    }
  }
  return out;
}

/** Lines of at most `width` cells; what is longer goes on in the next, in the same colours. Nothing is hidden. */
export function fold(text: string, width: number): string[] {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length <= width ? [text] : (text.match(new RegExp(`.{1,${Math.max(1, width)}}`, 'g')) ?? ['']);
  const lines: string[] = [];
  let line = '';
  let cells = 0;
  let colours = '';
  for (const part of text.split(/(\u001b\[[\d;:]*m)/)) {
    if (part.startsWith('\u001b[')) {
      line += part;
      colours = /^\u001b\[0?m$/.test(part) ? '' : colours + part;
      continue;
    }
    for (const segment of graphemes(part)) {
      const size = displayWidth(segment);
      if (cells + size > width) {
        lines.push(line + (colours === '' ? '' : '\u001b[0m'));
        line = colours;
        cells = 0;
      }
      line += segment;
      cells += size;
    }
  }
  return [...lines, line];
}
