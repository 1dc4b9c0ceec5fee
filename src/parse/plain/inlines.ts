import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { marksAt, resolveEmphasis, type Part } from './emphasis.ts';
import { TAG } from './html-blocks.ts';
import { COMMENT, ENTITY, HAS_ENTITY, indexWithin, MAIL_ADDRESS, matchAt, PUNCTUATION, RESOURCE, runLength, SPECIAL, WEB_ADDRESS } from './inline-patterns.ts';
import { trimmedEnd } from './lines.ts';
import { giveUp, place } from './place.ts';

/** A stretch of text in one line, without the spaces before it. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
  /** Offset of the line after it. */
  readonly next: number;
  /** Spaces stand before it. */
  readonly isIndented: boolean;
}

interface Bracket {
  /** Of its part among all. */
  readonly index: number;
  readonly start: number;
  readonly isImage: boolean;
  isActive: boolean;
}

const NEWLINE = 10;

/** The inline nodes of a heading, a paragraph or a cell. */
export function readInlines(text: string, stretches: readonly Stretch[], inTable = false): PhrasingContent[] {
  return new InlineReader(text, stretches, inTable).read();
}

/** The same for a range of one line, without the spaces around it. */
export function readWords(text: string, at: number, end: number, inTable = false): PhrasingContent[] {
  return readInlines(text, [{ at, end, next: end, isIndented: false }], inTable);
}

class InlineReader {
  private readonly text: string;
  private readonly stretches: readonly Stretch[];
  private readonly inTable: boolean;
  private readonly parts: Part[] = [];
  private readonly brackets: Bracket[] = [];
  private row = 0;
  private at = 0;
  private end = 0;
  private tildes = 0;

  constructor(text: string, stretches: readonly Stretch[], inTable: boolean) {
    this.text = text;
    this.stretches = stretches;
    this.inTable = inTable;
  }

  read(): PhrasingContent[] {
    this.enter(0);
    for (;;) {
      if (this.at < this.end) this.step();
      else if (this.row + 1 >= this.stretches.length) return resolveEmphasis(this.text, this.parts);
      else {
        this.endLine();
        this.enter(this.row + 1);
      }
    }
  }

  private enter(row: number): void {
    const stretch = this.stretches[row];
    if (stretch === undefined) return;
    this.row = row;
    this.at = stretch.at;
    this.end = trimmedEnd(this.text, stretch.at, stretch.end);
  }

  private endLine(): void {
    const { text, end } = this;
    const stretch = this.stretches[this.row] as Stretch;
    const last = this.parts.at(-1);
    if (last?.kind === 'node' && last.node.type === 'break' && last.end === stretch.next) return;
    if (stretch.end - end >= 2) this.node({ type: 'break', position: place(end, stretch.next) }, end, stretch.next);
    else this.characters(stretch.end, stretch.next, text.slice(stretch.end, stretch.next));
  }

  private step(): void {
    const { text, at } = this;
    let to = at;
    while (to < this.end) {
      const code = text.charCodeAt(to);
      if (code < 128 && SPECIAL[code] === 1) break;
      to++;
    }
    if (to > at) {
      this.characters(at, to, text.slice(at, to));
      this.at = to;
      return;
    }
    this.special(text.charAt(at));
  }

  private special(character: string): void {
    const { text, at } = this;
    switch (character) {
      case '\\':
        this.escape();
        return;
      case '`':
        this.code();
        return;
      case '*':
      case '_':
        this.marks();
        return;
      case '[':
        this.open(at, at + 1, false);
        return;
      case '!':
        if (text.charAt(at + 1) === '[' && at + 1 < this.end) this.open(at, at + 2, true);
        else this.literal(at + 1);
        return;
      case ']':
        this.close();
        return;
      case '<':
        this.angle();
        return;
      case '&':
        if (matchAt(ENTITY, text, at) !== null) giveUp();
        this.literal(at + 1);
        return;
      case '~':
        if (++this.tildes > 1 || text.charAt(at + 1) === '~') giveUp();
        this.literal(at + 1);
        return;
      default:
        giveUp();
    }
  }

  private escape(): void {
    const { text, at } = this;
    const stretch = this.stretches[this.row] as Stretch;
    if (at + 1 === stretch.end && this.row < this.stretches.length - 1) {
      this.node({ type: 'break', position: place(at, stretch.next) }, at, stretch.next);
      this.at = stretch.end;
    } else if (at + 1 < this.end && PUNCTUATION.test(text.charAt(at + 1))) {
      this.characters(at, at + 2, text.charAt(at + 1));
      this.at = at + 2;
    } else this.literal(at + 1);
  }

  private code(): void {
    const { text, at } = this;
    const size = runLength(text, at, this.end);
    const [row, start] = this.closingCode(size);
    if (row < 0) {
      if (this.stretches.length > 1) giveUp();
      this.literal(at + size);
      return;
    }
    const inside = this.between(at + size, row, start);
    const padded = inside.length > 1 && inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '' ? inside.slice(1, -1) : inside;
    if (/^[\r\n]|[\r\n]$/.test(inside)) giveUp();
    const value = this.inTable ? padded.replaceAll('\\|', '|') : padded;
    this.node({ type: 'inlineCode', value, position: place(at, start + size) }, at, start + size);
    if (row > this.row) this.enter(row);
    this.at = start + size;
  }

  /** The line and offset of the next run of as many backquotes. */
  private closingCode(size: number): readonly [number, number] {
    const { text } = this;
    let from = this.at + size;
    for (let row = this.row; row < this.stretches.length; row++) {
      const stretch = this.stretches[row] as Stretch;
      if (row > this.row) from = stretch.at;
      for (let at = indexWithin(text, '`', from, stretch.end); at >= 0; at = indexWithin(text, '`', from, stretch.end)) {
        const length = runLength(text, at, stretch.end);
        if (length === size) return [row, at];
        from = at + length;
      }
    }
    return [-1, -1];
  }

  /** The text from an offset of this line to one of the same or a later line. */
  private between(from: number, toRow: number, to: number): string {
    const { text, row } = this;
    if (toRow === row) return text.slice(from, to);
    let inside = text.slice(from, (this.stretches[row] as Stretch).next);
    for (let between = row + 1; between <= toRow; between++) {
      const { at, next, isIndented } = this.stretches[between] as Stretch;
      if (isIndented) giveUp();
      inside += text.slice(at, between === toRow ? to : next);
    }
    return inside;
  }

  private marks(): void {
    const { text, at, end } = this;
    const size = runLength(text, at, end);
    const before = at === this.stretches[this.row]?.at ? NEWLINE : text.charCodeAt(at - 1);
    // What is trimmed is white space.
    this.parts.push(marksAt(text, at, at + size, before, at + size >= end ? NEWLINE : text.charCodeAt(at + size)));
    this.at = at + size;
  }

  private open(start: number, end: number, isImage: boolean): void {
    if (this.text.charAt(end) === '^') giveUp();
    this.brackets.push({ index: this.parts.length, start, isImage, isActive: true });
    this.literal(end);
  }

  private close(): void {
    const { text, at } = this;
    const bracket = this.brackets.pop();
    // Without definitions, brackets that no address follows are text.
    if (bracket === undefined || at + 1 >= this.end || text.charAt(at + 1) !== '(') {
      this.literal(at + 1);
      return;
    }
    const match = (bracket.isActive ? matchAt(RESOURCE, text, at + 1) : null) ?? giveUp();
    const end = at + 1 + match[0].length;
    if (end > this.end || HAS_ENTITY.test(match[0])) giveUp();
    const inside = this.parts.splice(bracket.index).slice(1);
    const children = resolveEmphasis(text, inside);
    const url = match[1] ?? match[2] ?? '';
    const title = (match[3] ?? match[4]) || null;
    const position = place(bracket.start, end);
    if (bracket.isImage) this.node({ type: 'image', title, url, alt: toString(children), position }, bracket.start, end);
    else {
      this.node({ type: 'link', title, url, children: children as never[], position }, bracket.start, end);
      // Those before one that is not active any more are not either.
      for (let index = this.brackets.length - 1; index >= 0; index--) {
        const outer = this.brackets[index] as Bracket;
        if (!outer.isImage && !outer.isActive) break;
        if (!outer.isImage) outer.isActive = false;
      }
    }
    this.at = end;
  }

  private angle(): void {
    const { text, at } = this;
    if (at + 1 >= this.end || !/[!-~]/.test(text.charAt(at + 1))) {
      this.literal(at + 1);
      return;
    }
    const html = matchAt(TAG, text, at) ?? matchAt(COMMENT, text, at);
    if (html !== null) {
      this.node({ type: 'html', value: html[0], position: place(at, at + html[0].length) }, at, at + html[0].length);
      this.at = at + html[0].length;
      return;
    }
    const web = matchAt(WEB_ADDRESS, text, at);
    const address = web ?? matchAt(MAIL_ADDRESS, text, at);
    const end = at + (address?.[0].length ?? 1);
    if (address === null) {
      // A tag may go on in the next line.
      if (/[A-Za-z/!?]/.test(text.charAt(at + 1)) && (this.stretches.length > 1 || indexWithin(text, '>', at, this.end) >= 0)) giveUp();
      this.literal(at + 1);
      return;
    }
    if (this.brackets.length > 0) giveUp();
    const value = address[1] ?? '';
    this.node({ type: 'link', title: null, url: web === null ? `mailto:${value}` : value, children: [{ type: 'text', value, position: place(at + 1, end - 1) }], position: place(at, end) }, at, end);
    this.at = end;
  }

  private literal(end: number): void {
    this.characters(this.at, end, this.text.slice(this.at, end));
    this.at = end;
  }

  private characters(start: number, end: number, value: string): void {
    this.parts.push({ kind: 'text', start, end, value });
  }

  private node(node: PhrasingContent, start: number, end: number): void {
    this.parts.push({ kind: 'node', node, start, end });
  }
}
