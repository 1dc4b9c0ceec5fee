import type { BlockContent, Code, Heading, List, ListItem, RootContent } from 'mdast';
import { FENCE, HEADING, kindOf, MARKER, matchAt, startOf, UNDERLINE } from './block-starts.ts';
import { readInlines, readWords, type Stretch } from './inlines.ts';
import { afterSpaces, indentOf, isBlank, lineFrom, trimmedEnd, type Line } from './lines.ts';
import { giveUp, place } from './place.ts';
import { readTable, tableStartsAt } from './table.ts';

const DEEPEST = 20;
const GREATER = 62;
const TAB = 9;

type Blocks = RootContent[];

/** The blocks of lines that stand in one container. */
export function readBlocks(text: string, lines: readonly Line[], depth = 0, isQuoted = false): Blocks {
  if (depth > DEEPEST) giveUp();
  return new BlockReader(text, lines, depth, isQuoted).read();
}

class BlockReader {
  private readonly text: string;
  private readonly lines: readonly Line[];
  private readonly depth: number;
  private readonly isQuoted: boolean;
  private readonly blocks: Blocks = [];
  private index = 0;

  constructor(text: string, lines: readonly Line[], depth: number, isQuoted: boolean) {
    this.text = text;
    this.lines = lines;
    this.depth = depth;
    this.isQuoted = isQuoted;
  }

  read(): Blocks {
    for (let line = this.lines[this.index]; line !== undefined; line = this.lines[this.index]) {
      if (isBlank(line)) this.index++;
      // What goes on with no paragraph, and code by indentation.
      else if (line.isLazy || indentOf(line) >= 4) giveUp();
      else this.blocks.push(this.block(line));
    }
    return this.blocks;
  }

  private block(line: Line): RootContent {
    const { text } = this;
    switch (startOf(text, line)) {
      case 'fence':
        return this.fence(line);
      case 'heading':
        return this.heading(line);
      case 'quote':
        return this.quote(line);
      case 'rule':
        this.index++;
        return { type: 'thematicBreak', position: place(line.first, line.end) };
      case 'item':
        return this.list(line);
      case 'comment':
        return this.html(line, (end) => text.slice(end.first, end.end).includes('-->'));
      case 'block':
      case 'tag':
        return this.html(line, null);
      case null:
        return this.paragraph(line);
    }
  }

  private fence(opening: Line): Code {
    const { text, lines } = this;
    const match = matchAt(FENCE, text, opening) ?? giveUp();
    const mark = match[1] ?? match[3] ?? '';
    const info = (match[2] ?? match[4] ?? '').trimStart();
    if (/[\\&\t]|\s$/.test(info)) giveUp();
    const indent = indentOf(opening);
    let value = '';
    for (let index = this.index + 1; index < lines.length; index++) {
      const line = lines[index] as Line;
      if (line.isLazy) giveUp();
      if (isClosing(text, line, mark)) {
        this.index = index + 1;
        const [lang = '', meta] = splitInfo(info);
        return { type: 'code', lang: lang === '' ? null : lang, meta: meta ?? null, value: value.slice(0, value.endsWith('\r\n') ? -2 : -1), position: place(opening.first, line.end) };
      }
      if (indent > 0 && text.charCodeAt(line.first) === TAB) giveUp();
      value += text.slice(Math.min(line.first, line.at + indent), line.next);
    }
    return giveUp();
  }

  private heading(line: Line): Heading {
    const { text } = this;
    const match = matchAt(HEADING, text, line) ?? giveUp();
    const depth = match[0].length as Heading['depth'];
    const at = afterSpaces(text, line.first + depth, line.end);
    const end = trimmedEnd(text, at, line.end);
    let closing = end;
    while (closing > at && text.charAt(closing - 1) === '#') closing--;
    const wordsEnd = closing === at || text.charAt(closing - 1) === ' ' ? trimmedEnd(text, at, closing) : end;
    this.index++;
    return { type: 'heading', depth, children: readWords(text, at, wordsEnd), position: place(line.first, line.end) };
  }

  /** `isEnd` of what goes on over blank lines; `null` where a blank line ends it. */
  private html(opening: Line, isEnd: ((line: Line) => boolean) | null): RootContent {
    const { text, lines } = this;
    let value = '';
    let last = opening;
    for (let line: Line | undefined = opening; line !== undefined; line = lines[++this.index]) {
      if (isEnd === null && isBlank(line)) break;
      if (line.isLazy || text.charCodeAt(line.first) === TAB) giveUp();
      if (line !== opening) value += text.slice(last.end, last.next);
      value += text.slice(line.at, line.end);
      last = line;
      if (isEnd?.(line) === true) {
        this.index++;
        return { type: 'html', value, position: place(opening.at, line.end) };
      }
    }
    if (isEnd !== null) giveUp();
    return { type: 'html', value, position: place(opening.at, last.end) };
  }

  private quote(opening: Line): RootContent {
    const { text, lines } = this;
    const inner: Line[] = [];
    let end = opening.end;
    for (let line = lines[this.index]; line !== undefined; line = lines[++this.index]) {
      const isMarked = !line.isLazy && indentOf(line) < 4 && text.charCodeAt(line.first) === GREATER;
      if (isMarked) {
        const at = line.first + (text.charCodeAt(line.first + 1) === 32 && line.first + 1 < line.end ? 2 : 1);
        inner.push(this.within(line, at));
        end = line.end;
      } else {
        const before = inner.at(-1);
        if (isBlank(line) || before === undefined || isBlank(before) || this.endsParagraph(line)) break;
        inner.push({ ...line, isLazy: true });
        end = line.end;
      }
    }
    const last = inner.at(-1);
    if (last !== undefined && isBlank(last)) giveUp();
    return { type: 'blockquote', children: readBlocks(text, inner, this.depth + 1, true) as BlockContent[], position: place(opening.first, end) };
  }

  private list(opening: Line): List {
    const { text, lines } = this;
    const kind = kindOf(text, opening);
    const ordered = /[.)]/.test(kind);
    // Right after the mark of another list or a quote, remark takes it for a paragraph where that one ended a paragraph.
    if (this.depth > 0 && this.index === 0 && ordered && !/^1[.)]/.test(text.slice(opening.first, opening.first + 2))) giveUp();
    const children: ListItem[] = [];
    let end = opening.end;
    for (let line = lines[this.index]; line !== undefined; line = lines[this.index]) {
      if (isBlank(line)) {
        this.index++;
        continue;
      }
      if (line.isLazy || indentOf(line) >= 4 || startOf(text, line) !== 'item' || kindOf(text, line) !== kind) break;
      const [item, itemEnd] = this.item(line);
      children.push(item);
      end = itemEnd;
    }
    // Remark has a list in a quote end anywhere up to what follows it.
    if (this.isQuoted && (this.index < lines.length || isBlank(lines[this.index - 1] ?? opening))) giveUp();
    const start = ordered ? Number.parseInt(text.slice(opening.first, opening.first + 9), 10) : null;
    return { type: 'list', ordered, start, children, position: place(opening.first, end) };
  }

  private item(opening: Line): readonly [ListItem, number] {
    const { text, lines } = this;
    const marker = matchAt(MARKER, text, opening) ?? giveUp();
    const first = this.within(opening, opening.first + marker[0].length);
    const spaces = indentOf(first);
    // Without words, or with code by indentation.
    if (isBlank(first) || spaces > 4) giveUp();
    const width = first.first - opening.at;
    const inner: Line[] = [{ ...first, at: first.first }];
    this.index++;
    for (let line = lines[this.index]; line !== undefined; line = lines[++this.index]) {
      const before = inner.at(-1);
      if (isBlank(line)) inner.push({ ...line, at: Math.min(line.at + width, line.end) });
      else if (!line.isLazy && indentOf(line) >= width) inner.push(this.within(line, line.at + width));
      else if (before !== undefined && isBlank(before)) break;
      else if (!line.isLazy && this.endsParagraph(line)) break;
      else inner.push({ ...line, isLazy: true });
    }
    while (inner.length > 1 && isBlank(inner.at(-1) as Line)) inner.pop();
    const end = (inner.at(-1) as Line).end;
    const children = readBlocks(text, inner, this.depth + 1, this.isQuoted) as BlockContent[];
    return [{ type: 'listItem', checked: this.takeBox(children), children, position: place(opening.first, end) }, end];
  }

  /** Whether a task is done; its box goes from the text. */
  private takeBox([paragraph]: readonly BlockContent[]): boolean | null {
    const [lead] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    if (paragraph?.type !== 'paragraph' || lead?.type !== 'text') return null;
    const match = /^\[([ xX])\]/.exec(lead.value);
    if (match === null || this.text.charAt(lead.position?.start.offset ?? 0) !== '[') return null;
    const next = paragraph.children[1];
    const isAlone = lead.value.length === 4 && lead.value.endsWith(' ') && next !== undefined && next.type !== 'break';
    if (!isAlone && !/^.{3} \S/.test(lead.value)) giveUp();
    const start = (lead.position?.start.offset ?? 0) + 4;
    if (isAlone) paragraph.children.shift();
    else {
      lead.value = lead.value.slice(4);
      lead.position = place(start, lead.position?.end.offset ?? start);
      paragraph.position = place(start, paragraph.position?.end.offset ?? start);
    }
    return match[1] !== ' ';
  }

  private paragraph(opening: Line): RootContent {
    const { text, lines } = this;
    const stretches: Stretch[] = [];
    let last = opening;
    for (let line = lines[this.index]; line !== undefined && !isBlank(line); line = lines[this.index]) {
      if (stretches.length > 0 && !line.isLazy && indentOf(line) < 4) {
        const underline = matchAt(UNDERLINE, text, line);
        if (underline !== null) {
          this.index++;
          return { type: 'heading', depth: underline[0].startsWith('=') ? 1 : 2, children: readInlines(text, stretches), position: place(opening.first, line.end) };
        }
        if (this.interrupts(line)) break;
      }
      if (tableStartsAt(text, line, lines[this.index + 1])) {
        if (stretches.length > 0) break;
        return this.table();
      }
      stretches.push({ at: line.first, end: line.end, next: line.next, isIndented: indentOf(line) > 0 });
      last = line;
      this.index++;
    }
    // Of several lines, one with a tab may be blank, or the start of something else.
    if (stretches.length > 1 && text.slice(opening.first, last.end).includes('\t')) giveUp();
    return { type: 'paragraph', children: readInlines(text, stretches), position: place(opening.first, last.end) };
  }

  private table(): RootContent {
    const { text, lines, index } = this;
    let end = index + 2;
    for (let line = lines[end]; line !== undefined && !isBlank(line); line = lines[++end]) {
      if (line.isLazy || indentOf(line) >= 4) giveUp();
      if (startOf(text, line) !== null) break;
    }
    this.index = end;
    return readTable(text, lines.slice(index, end));
  }

  /** Whether a line ends the paragraph that it would otherwise go on with, in its own container. */
  private interrupts(line: Line): boolean {
    const start = startOf(this.text, line);
    if (start === null || start === 'tag') return false;
    if (start !== 'item') return true;
    const marker = matchAt(MARKER, this.text, line) ?? giveUp();
    const hasWords = line.first + marker[0].length < trimmedEnd(this.text, line.first, line.end);
    return hasWords && (marker[1] === undefined || marker[1] === '1');
  }

  /** Whether a line outside of a container ends the paragraph in it. */
  private endsParagraph(line: Line): boolean {
    if (line.isLazy) return false;
    if (indentOf(line) >= 4) giveUp();
    const start = startOf(this.text, line);
    if (start === 'tag' || (start === null && this.text.slice(line.first, line.end).includes('|'))) giveUp();
    return start !== null;
  }

  /** A line without what belongs to a container around it. */
  private within(line: Line, at: number): Line {
    const inner = lineFrom(this.text, at, line.end, line.next, line.isLazy);
    // The width of a tab depends on where it stands.
    if (this.text.charCodeAt(inner.first) === TAB && inner.first < inner.end) giveUp();
    return inner;
  }
}

function isClosing(text: string, line: Line, mark: string): boolean {
  if (text.charCodeAt(line.first) !== mark.charCodeAt(0) || indentOf(line) >= 4) return false;
  const written = text.slice(line.first, line.end).trimEnd();
  return written.length >= mark.length && written === mark.charAt(0).repeat(written.length);
}

function splitInfo(info: string): readonly string[] {
  const space = info.indexOf(' ');
  return space < 0 ? [info] : [info.slice(0, space), info.slice(space).trimStart()];
}
