/** A stretch of a file that reads the same alone as in its place. */
export interface Segment {
  /** What is given to the Markdown reader: `before`, then the stretch of the file, then `after`. */
  readonly text: string;
  /** Length of what stands before the stretch: the head of a table that is read in parts. */
  readonly lead: number;
  /** Where the stretch begins in the file. */
  readonly start: number;
  readonly length: number;
  /** It goes on with the table, list or other text that the segment before ends with. */
  readonly continues: 'table' | 'text' | null;
}

/** Shorter stretches are not cut: each read costs a little too. */
const SHORTEST = 4096;
/** The Markdown reader's time grows with the square of what stands in one block: longer ones are read in parts. */
const LONGEST_BLOCK = 12_288;
/** A line with so many marks of emphasis was written by nobody; the Markdown reader compares each with each. */
const DENSE_LINE = 600;
const MOST_MARKS = 300;
const DENSE_PART = 400;
const HEADING = /#{1,6}(?:[ \t]|[\r\n]|$)/y;
const FENCE = /(?:`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})/y;
/** After a blank line such a line ends every list and quote. */
const WORD = /\p{L}/uy;
const HTML = / {0,3}</y;
const ITEM = /(?:[-*+]|\d{1,9}[.)])[ \t]/y;
const RAW_HTML = /<(?:!--|\?|![A-Za-z]|!\[CDATA\[|(?:script|pre|style|textarea)(?:[\s>]|$))/iy;
const RAW_END: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<!\[CDATA/, /\]\]>/g],
  [/^<!/, />/g],
  [/^</, /<\/(?:script|pre|style|textarea)>/gi],
];

/** Cuts a text where no list, quote or block is open: at headings, blocks of code and paragraphs; very long blocks into parts. */
export function cutSegments(text: string, definitions: string): readonly Segment[] {
  if (text.length <= SHORTEST && !hasDenseLine(text)) return [{ text, lead: 0, start: 0, length: text.length, continues: null }];
  return new Cutter(text, definitions).cut();
}

class Cutter {
  private readonly segments: Segment[] = [];
  private start = 0;
  private continues: Segment['continues'] = null;
  /** Where the block began that the current line stands in. */
  private block = 0;
  /** The first two lines of the block, where it may be a table. */
  private head = '';
  private readonly text: string;
  private readonly definitions: string;

  constructor(text: string, definitions: string) {
    this.text = text;
    this.definitions = definitions;
  }

  cut(): readonly Segment[] {
    const { text } = this;
    let at = 0;
    let afterBlank = true;
    while (at < text.length) {
      const isLong = at - this.start >= SHORTEST;
      if (isLong && this.isOpenGround(at, afterBlank)) this.close(at, null);
      const raw = this.rawEnd(at);
      afterBlank = false;
      if (raw > at) {
        at = raw;
        this.block = at;
        continue;
      }
      const end = nextLine(text, at);
      afterBlank = isBlank(text, at, end);
      if (afterBlank) this.block = end;
      else if (isDense(text, at, end)) this.cutBlock(at, end, DENSE_PART);
      else if (end - this.block > LONGEST_BLOCK && this.canCut(at, end)) this.cutBlock(at, end);
      at = end;
    }
    this.close(text.length, null);
    return this.segments;
  }

  /** Whether nothing is open before a line: a heading or a fence ends all but raw HTML, a word after a blank line all there is. */
  private isOpenGround(at: number, afterBlank: boolean): boolean {
    const { text, block } = this;
    if (afterBlank && matches(WORD, text, at)) return true;
    return (afterBlank || !matches(HTML, text, block)) && (matches(HEADING, text, at) || matches(FENCE, text, at));
  }

  /** The end of a block of code or raw HTML that starts here; nothing in it is a heading. */
  private rawEnd(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === 96 || code === 126) return matches(FENCE, text, at) ? fenceEnd(text, at) : at;
    if (code === 45 && at === 0 && /^---[ \t]*[\r\n]/.test(text)) return frontMatterEnd(text);
    if (code !== 60 || !matches(RAW_HTML, text, at)) return at;
    const [, closing] = RAW_END.find(([opening]) => opening.test(text.slice(at, at + 10))) ?? [];
    if (closing === undefined) return at;
    closing.lastIndex = at;
    const match = closing.exec(text);
    return match === null ? text.length : nextLine(text, match.index + match[0].length - 1);
  }

  /** Raw HTML is read in no time; a list is cut before one of its items, if it has any. */
  private canCut(at: number, end: number): boolean {
    const { text, block } = this;
    if (matches(HTML, text, block)) return false;
    return !matches(ITEM, text, block) || matches(ITEM, text, at) || end - block > 4 * LONGEST_BLOCK;
  }

  /** A block that is too long to be read at once: a table goes on with its head before, other text as it is. */
  private cutBlock(at: number, end: number, longest = LONGEST_BLOCK): void {
    const { text } = this;
    if (this.block > this.start || this.continues === null) this.head = tableHead(text, this.block);
    const isTable = this.head !== '' && at > this.block;
    if (at > this.start) this.close(at, isTable ? 'table' : 'text');
    if (isTable) this.block = at;
    // One endless line has no better places than these.
    const part = Math.floor(longest / 3);
    for (let from = at; end - from > longest; from += part) this.close(from + part, 'text');
    this.block = Math.max(this.block, this.start);
  }

  private close(end: number, next: Segment['continues']): void {
    const { text, start, continues } = this;
    if (end > start) {
      const before = continues === 'table' ? this.head : '';
      const after = this.definitions === '' ? '' : `\n\n${this.definitions}`;
      this.segments.push({ text: before + text.slice(start, end) + after, lead: before.length, start, length: end - start, continues });
    }
    this.start = end;
    this.continues = next;
  }
}

function hasDenseLine(text: string): boolean {
  for (let at = 0; at < text.length; at = nextLine(text, at)) if (isDense(text, at, nextLine(text, at))) return true;
  return false;
}

function isDense(text: string, start: number, end: number): boolean {
  if (end - start < DENSE_LINE) return false;
  let marks = 0;
  for (let at = start; at < end && marks <= MOST_MARKS; at++) {
    const code = text.charCodeAt(at);
    if (code === 42 || code === 95 || code === 126) marks++;
  }
  return marks > MOST_MARKS;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}

function fenceEnd(text: string, at: number): number {
  const mark = /^(?:`{3,}|~{3,})/.exec(text.slice(at, at + 1000))?.[0] ?? '```';
  const closing = new RegExp(`^ {0,3}${mark.charAt(0) === '~' ? '~' : '`'}{${mark.length},}[ \\t]*$`, 'm');
  let line = nextLine(text, at);
  while (line < text.length) {
    const end = nextLine(text, line);
    const first = text.charCodeAt(line);
    if ((first === mark.charCodeAt(0) || first === 32) && closing.test(text.slice(line, end).trimEnd())) return end;
    line = end;
  }
  return text.length;
}

function frontMatterEnd(text: string): number {
  const closing = /\n---[ \t]*(?:\r?\n|$)/g;
  const match = closing.exec(text);
  return match === null ? 0 : match.index + match[0].length;
}

/** The header and delimiter rows of the table that starts at a line, or `''`. */
function tableHead(text: string, at: number): string {
  const second = nextLine(text, at);
  const end = nextLine(text, second);
  return text.charAt(at) === '|' && /^\|?[ \t]*:?-+:?[ \t]*(?:\||[\r\n])[-:| \t]*[\r\n]*$/.test(text.slice(second, end)) ? text.slice(at, end) : '';
}

/** Link definitions of a text, which hold for all of it. */
export function definitionLines(text: string): string {
  return text.includes(']:') ? (text.match(/^ {0,3}\[[^\]\r\n^][^\]\r\n]*\]:[^\r\n]+/gm) ?? []).slice(0, 500).join('\n\n') : '';
}
