/** How a line of a quote or of a list's item begins. */
export const MARKER = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/;
/** Remark compares each mark of emphasis in a paragraph with those before it, and each bracket that closes: more than so many were written by nobody. */
const MOST_MARKS = 3000;
/** Underscores within a word emphasise nothing. */
const MARKS = /[*~\]]+|(?<!\w)_+|_+(?!\w)/g;
/** Remark looks for the end of each of these to the end of the paragraph. */
const SEARCHED: readonly (readonly [open: string, close: string])[] = [['<!--', '-->'], ['<?', '?>'], ['<![CDATA[', ']]>'], ['<!', '>']];
/** Characters that may be searched so in a paragraph: remark takes a second for some 25 million. */
const MOST_SEARCHED = 20_000_000;
const FENCE = /^[ \t]*(?:`{3,}[^`]*$|~{3,})/;
const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||$)[-:| \t]*$/;
/** Ten times the parts of the longest of 1,600 real runbooks; remark takes some 60 µs and 15 KB for each. */
const MOST_PARTS = 60_000;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
/** What makes a cell of a table, a link, code within a line, an escape or an address. */
const PARTS = /[|[`<&\\@]|:\/\/|www\./g;
/** What makes a heading of the line above it is looked for again from the paragraph's beginning. */
const UNDERLINE = /^ {0,3}=+[ \t]*$/;
const PARTS_OF_UNDERLINE = 20;
/** The YAML reader compares each key with those before it. */
const MOST_FRONT_MATTER = 32_000;

/** What a text has too much of. */
export interface TooMuch {
  readonly rule: 'too-costly' | 'unreadable';
  readonly message: string;
}

/** Counts, line by line, the constructs that are slow to read. */
export class ReadingCost {
  private marks = 0;
  /** Comments and the like that no line of the paragraph closes, and its characters so far. */
  private open = 0;
  private length = 0;
  private parts = 0;
  private fence = '';
  private isTable = false;
  /** Characters of the front matter so far; `null` where the text has none, or it is past. */
  private frontMatter: number | null = 0;

  /** Takes a line; returns what there is too much of by now, or `null`. */
  tooMuchAfter(line: string): TooMuch | null {
    if (this.isFrontMatter(line)) return (this.frontMatter ?? 0) > MOST_FRONT_MATTER ? { rule: 'too-costly', message: `the front matter has more than ${worded(MOST_FRONT_MATTER)} characters` } : null;
    this.countMarks(line);
    if (this.marks > MOST_MARKS) return { rule: 'unreadable', message: `a paragraph has more than ${worded(MOST_MARKS)} marks of emphasis` };
    if (this.open * this.length > MOST_SEARCHED) return { rule: 'unreadable', message: 'a paragraph has too many comments that are not closed' };
    this.parts += partsOf(line);
    return this.parts > MOST_PARTS ? { rule: 'too-costly', message: `the file has more than ${worded(MOST_PARTS)} lines, cells and links up to` } : null;
  }

  private isFrontMatter(line: string): boolean {
    if (this.frontMatter === null) return false;
    const isMark = /^---[ \t]*\r?$/.test(line.replace(/^\uFEFF/, ''));
    if (isMark === this.frontMatter > 0) this.frontMatter = null;
    else this.frontMatter += line.length + 1;
    return this.frontMatter !== null;
  }

  /** Marks and what is open belong to a paragraph: a row of a table and an item of a list are paragraphs of their own. Code has none. */
  private countMarks(line: string): void {
    if (this.isCode(line)) return this.beginParagraph();
    const isBlank = line.trim() === '';
    if (isBlank) this.isTable = false;
    else if (DELIMITER_ROW.test(line)) this.isTable = true;
    if (this.isTable || isBlank || MARKER.test(line)) this.beginParagraph();
    for (const { length } of line.match(MARKS) ?? []) this.marks += length;
    this.open += openIn(line);
    this.length += line.length;
  }

  private beginParagraph(): void {
    this.marks = 0;
    this.open = 0;
    this.length = 0;
  }

  /** Whether a line is code or its fence. */
  private isCode(line: string): boolean {
    const mark = FENCE.exec(line)?.[0].trim().charAt(0) ?? '';
    if (this.fence === '') this.fence = mark;
    else if (mark === this.fence) this.fence = '';
    else return true;
    return mark !== '';
  }
}

function openIn(line: string): number {
  if (!line.includes('<!') && !line.includes('<?')) return 0;
  return SEARCHED.reduce((sum, [open, close]) => sum + line.slice(line.lastIndexOf(close) + 1).split(open).length - 1, 0);
}

/** Code counts as well: what looks like a fence may be none. */
function partsOf(line: string): number {
  if (line.trim() === '') return 0;
  return 1 + (MARKER.test(line) || HEADING.test(line) ? 2 : 0) + (line.match(PARTS)?.length ?? 0) + (UNDERLINE.test(line) ? PARTS_OF_UNDERLINE : 0);
}

const worded = (count: number): string => count.toLocaleString('en');
