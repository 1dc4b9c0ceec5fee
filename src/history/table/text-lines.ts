/** Offset of the end of the line that `at` is in, without its line ending. */
export function lineEndAt(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  const carriage = text.slice(at, end).indexOf('\r');
  return carriage === -1 ? end : at + carriage;
}

/** Offset of the start of the line that `at` is in. */
export function lineStartAt(text: string, at: number): number {
  for (let start = Math.min(at, text.length); start > 0; start--) {
    const code = text.charCodeAt(start - 1);
    if (code === 10 || (code === 13 && !(text.charCodeAt(start) === 10))) return start;
  }
  return 0;
}

/** The line ending at an offset: `\n`, `\r\n`, `\r`, or `''` at the end of the text. */
export function terminatorAt(text: string, end: number): string {
  if (text.startsWith('\r\n', end)) return '\r\n';
  const character = text.charAt(end);
  return character === '\n' || character === '\r' ? character : '';
}

/** Start of the line after the one that `at` is in; the length of the text if there is none. */
export function nextLineAt(text: string, at: number): number {
  const end = lineEndAt(text, at);
  return end + terminatorAt(text, end).length;
}

/** The number of the line that starts at an offset, from 1. */
export function lineNumberAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++;
  for (let next = text.indexOf('\r'); next !== -1 && next < at; next = text.indexOf('\r', next + 1)) {
    if (text.charCodeAt(next + 1) !== 10) line++;
  }
  return line;
}

/** How many lines are looked at, at each end of a long stretch. */
const SAMPLED = 30;

/** The lines between two line ends, `from` excluded; if there are many, only those at both ends. */
export function sampleLines(text: string, from: number, to: number): readonly string[] {
  const window = 20_000;
  const start = from + terminatorAt(text, from).length;
  if (to - start <= 2 * window) return ends(text.slice(start, to).split(/\r\n|\r|\n/));
  const head = text.slice(start, start + window).split(/\r\n|\r|\n/).slice(0, -1);
  const tail = text.slice(to - window, to).split(/\r\n|\r|\n/).slice(1);
  return [...head.slice(0, SAMPLED), ...tail.slice(-SAMPLED)];
}

function ends(lines: readonly string[]): readonly string[] {
  return lines.length <= 2 * SAMPLED ? lines : [...lines.slice(0, SAMPLED), ...lines.slice(-SAMPLED)];
}
