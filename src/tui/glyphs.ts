import cliTruncate, { type Options } from 'cli-truncate';
import type { Role, Theme } from './theme.ts';

/** Where a step or section stands. */
export type StepMark = 'passed' | 'accepted' | 'failed' | 'stopped' | 'skipped' | 'running' | 'next' | 'held' | 'open' | 'out';

/** The sign of a state: each is another character, with or without colour. All are one cell wide, none is an emoji. */
const MARKS: Readonly<Record<StepMark, readonly [unicode: string, ascii: string, role: Role]>> = {
  passed: ['✔', '+', 'good'],
  accepted: ['~', '~', 'warn'],
  failed: ['✘', 'x', 'bad'],
  stopped: ['■', '#', 'warn'],
  skipped: ['–', '-', 'muted'],
  running: ['●', '*', 'accent'],
  next: ['▶', '>', 'accent'],
  held: ['?', '?', 'warn'],
  open: ['○', 'o', 'muted'],
  out: ['·', '.', 'muted'],
};

/** Sign and role of a state. */
export function markOf(theme: Pick<Theme, 'unicode'>, state: StepMark): { readonly text: string; readonly role: Role } {
  const [unicode, ascii, role] = MARKS[state];
  return { text: theme.unicode ? unicode : ascii, role };
}

const SIGNS = {
  bar: ['▌', '|'],
  rule: ['─', '-'],
  full: ['━', '='],
  rest: ['╌', '-'],
  cursor: ['❯', '*'],
  input: ['›', '>'],
  dot: ['·', '-'],
  more: ['…', '...'],
  column: ['│', '|'],
  fold: ['▸', '>'],
  arrow: ['→', '->'],
  unlike: ['≠', '!='],
} as const;

/** The name of a sign that is no state. */
type Sign = keyof typeof SIGNS;

/** A sign as the terminal can show it. */
export function sign({ unicode }: Pick<Theme, 'unicode'>, name: Sign): string {
  return SIGNS[name][unicode ? 0 : 1];
}

/** What is drawn around the words of the file, and the names of keys, with what stands for it elsewhere: cell for cell. */
const DRAWN: Readonly<Record<string, string>> = { '•': '*', '│': '|', '┊': ':', '─': '-', '↑': '^', '↓': 'v' };

/** Our own drawing as the terminal can show it; never for words of the file or of a command. */
export function drawing({ unicode }: Pick<Theme, 'unicode'>, text: string): string {
  return unicode ? text : text.replace(/[^\x00-\x7f]/gu, (each) => DRAWN[each] ?? each);
}

/** A text in so many cells, with the mark of what was cut off as the terminal can show it; a title may end in such a mark already. */
export function cut(theme: Pick<Theme, 'unicode'>, text: string, cells: number, options: Pick<Options, 'position'> = {}): string {
  const more = sign(theme, 'more').slice(0, Math.max(1, cells));
  return cliTruncate(text.replace(/…$/, more), cells, { ...options, truncationCharacter: more });
}

/** Ink's name of the frame: round where the terminal can, plain ASCII elsewhere. */
export function frameStyle({ unicode }: Pick<Theme, 'unicode'>): 'round' | 'classic' {
  return unicode ? 'round' : 'classic';
}
