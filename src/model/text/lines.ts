/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The line that an offset is in, without its ending. */
export function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(lineStart(text, at), end < 0 ? text.length : end);
}

/** Where the line below that of an offset begins; the end of the text where there is none. */
export function lineBelow(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

const LONGEST_LINE = 120;
/** How much of a long line stays before the place that it is shown for. */
const BEFORE = 60;

/** The line of code around a place, as it is shown beside a question; of a long one the words around that place. */
export function lineAround(text: string, at: number): string {
  const line = lineAt(text, at);
  const words = line.trim();
  if (words.length <= LONGEST_LINE) return words;
  const place = at - lineStart(text, at) - line.indexOf(words);
  const cut = Math.min(place - BEFORE, words.length - LONGEST_LINE);
  const space = words.indexOf(' ', cut);
  const fromWord = space < 0 || space > place ? cut : space + 1;
  const from = place < BEFORE ? 0 : fromWord;
  const shown = words.slice(from, from + LONGEST_LINE);
  return `${from === 0 ? '' : '… '}${shown}${from + LONGEST_LINE < words.length ? '…' : ''}`;
}

/** Code without blank lines at its start and end. */
export function withoutBlankEnds(code: string): string {
  return code.replace(/^\s*\n/, '').trimEnd();
}

/** Whether a place is on the line below another, with nothing but blanks between the two. */
export function isOnNextLine(text: string, at: number, next: number): boolean {
  return /^[ \t]*\n[ \t]*$/.test(text.slice(at, next));
}

/** Whether a line of code is neither blank nor a comment. */
export function isCodeLine(line: string): boolean {
  return line.trim() !== '' && !line.trimStart().startsWith('#');
}

/** The first line of code that is neither blank nor a comment, without its indentation; `''` if there is none. */
export function firstCodeLine(code: string): string {
  return code.split('\n').find(isCodeLine)?.trim() ?? '';
}

/** What a terminal still shows of a line that was written over: the part after its last carriage return. */
export function lastWritten(line: string): string {
  return line.replace(/\r+$/, '').split('\r').at(-1) ?? '';
}
