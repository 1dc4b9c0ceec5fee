import { graphemes, visibleProse } from '../../model/index.ts';

/** The text of a cell that nobody filled. */
export const OPEN_CELL = '—';

/** Longest cell, in UTF-16 units of the Markdown. */
export const CELL_LIMIT = 200;

/** Characters of a word that is cut rather than left out. */
const LONG_WORD = 40;

interface CellOptions {
  readonly limit?: number;
  /** The text comes from a program's output or from us, not from a person who may mean Markdown, so `<b>` is escaped. */
  readonly derived?: boolean;
}

/** Makes a text safe as one table cell: one line, pipes escaped, backquotes balanced, cut at the limit. */
export function cellText(text: string, options: CellOptions = {}): string {
  const limit = options.limit ?? CELL_LIMIT;
  const line = oneLine(text);
  if (line === '') return OPEN_CELL;
  let cell = escapeCell(line, options.derived ?? false);
  if (cell.length <= limit) return cell;
  const characters = [...graphemes(line.slice(0, limit))];
  do {
    characters.pop();
    toWordEnd(characters);
    cell = escapeCell(`${characters.join('').trimEnd()}…`, options.derived ?? false);
  } while (cell.length > limit && characters.length > 0);
  return cell;
}

/** A word that began shortly before is left out whole; a very long one is cut. */
function toWordEnd(characters: string[]): void {
  const space = characters.lastIndexOf(' ');
  if (space > characters.length - LONG_WORD && space > 0) characters.length = space;
}

/** Folds white space, drops escape sequences, and makes every other hidden character visible. */
export function oneLine(text: string): string {
  const line = text
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g, '')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim();
  return visibleProse(line);
}

/** The text of a cell as a person reads it, without marks, links and escapes. */
export function plainCell(cell: string): string {
  return cell
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/(?<!\\)`+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Escapes pipes that are not escaped yet, and backquotes that nothing closes. */
function escapeCell(line: string, derived: boolean): string {
  let out = '';
  for (let at = 0; at < line.length; ) {
    const character = line[at] ?? '';
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(line[at + 1] ?? '')) {
      out += line.slice(at, at + 2);
      at += 2;
    } else if (character === '`') {
      const run = /^`+/.exec(line.slice(at))?.[0] ?? '`';
      const end = closingRun(line, at + run.length, run.length);
      out += end === -1 ? run.replaceAll('`', '\\`') : escapePipes(line.slice(at, end));
      at = end === -1 ? at + run.length : end;
    } else {
      const hidden = derived && character === '<' && /[\p{L}/!?]/u.test(line[at + 1] ?? '');
      out += character === '|' || hidden ? `\\${character}` : character;
      at++;
    }
  }
  return out;
}

/** The offset behind the run of exactly `length` backquotes that closes a code span, or -1. */
function closingRun(line: string, from: number, length: number): number {
  for (const match of line.slice(from).matchAll(/`+/g)) {
    if (match[0].length === length) return from + match.index + length;
  }
  return -1;
}

/** Escapes pipes inside code, where backslashes also pair up when a table row is cut into cells. */
function escapePipes(code: string): string {
  return code.replace(/(\\*)\|/g, (whole, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : whole));
}
