import { colouredText, lastWritten } from '../../model/index.ts';
import type { OutputView } from './output-view.ts';

/** Lines of output that the view keeps; the journal has them all. */
const MOST_LINES = 5_000;
const MOST_CHARS = 4_000_000;
const LONGEST_LINE = 4_000;

/** The last lines of a command, in bounded memory, outside React. Text is kept as it came and cleaned only where it is looked at. */
export class OutputBuffer implements OutputView {
  private kept: string[] = [];
  private chars = 0;
  private open = '';
  first: number;
  /** Changes with every write. */
  version = 0;

  /** `first`: the number of its first line, where it is the rest of a longer text. */
  constructor(first = 0) {
    this.first = first;
  }

  get end(): number {
    return this.first + this.kept.length + (this.open === '' ? 0 : 1);
  }

  clear(): void {
    this.kept = [];
    this.chars = 0;
    this.open = '';
    this.first = 0;
    this.version++;
  }

  push(text: string): void {
    this.version++;
    const lines = (this.open + text).split('\n');
    this.open = (lines.pop() ?? '').slice(-LONGEST_LINE);
    for (const line of lines) {
      this.kept.push(line);
      this.chars += line.length;
    }
    // Trimmed in big steps, since shifting per line would cost more than the line.
    if (this.kept.length > 2 * MOST_LINES || this.chars > 2 * MOST_CHARS) this.forget();
  }

  lines(from: number, to: number): readonly string[] {
    const lines = this.kept.slice(Math.max(0, from - this.first), Math.max(0, to - this.first)).map(shown);
    return this.open !== '' && to >= this.end && from < this.end ? [...lines, shown(this.open)] : lines;
  }

  find(text: string, from: number, by: 1 | -1): number | null {
    const wanted = text.toLowerCase();
    for (let number = Math.max(this.first, Math.min(from, this.end - 1)); number >= this.first && number < this.end; number += by) {
      if (this.lines(number, number + 1)[0]?.toLowerCase().includes(wanted) === true) return number;
    }
    return null;
  }

  private forget(): void {
    let from = Math.max(0, this.kept.length - MOST_LINES);
    let chars = 0;
    for (let i = this.kept.length - 1; i >= from; i--) {
      chars += this.kept[i]?.length ?? 0;
      if (chars > MOST_CHARS) from = i + 1;
    }
    this.kept = this.kept.slice(from);
    this.first += from;
    this.chars = this.kept.reduce((sum, line) => sum + line.length, 0);
  }
}

/** Text of a step that has run, to look at. */
export function outputOf(text: string): OutputView {
  const buffer = new OutputBuffer();
  buffer.push(text);
  return buffer;
}

/** As a terminal would show it: what a carriage return or a backspace overwrites is gone, colours stay, other control sequences do not. */
function shown(line: string): string {
  let last = lastWritten(line).slice(0, LONGEST_LINE);
  while (/[^\b]\u0008/.test(last)) last = last.replace(/[^\b]\u0008/g, '');
  return colouredText(last.replaceAll('\t', '    '));
}
