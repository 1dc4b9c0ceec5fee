/** Lines of output that the view keeps; the journal has them all. */
const MOST_LINES = 5_000;
const LONGEST_LINE = 4_000;

/** The last lines of the running command, in bounded memory, outside React. */
export class OutputBuffer {
  private lines: string[] = [];
  private open = '';
  private dropped = 0;
  /** Changes with every write. */
  version = 0;

  clear(): void {
    this.lines = [];
    this.open = '';
    this.dropped = 0;
    this.version++;
  }

  push(text: string): void {
    this.version++;
    const parts = (this.open + text).split('\n');
    this.open = (parts.pop() ?? '').slice(-LONGEST_LINE);
    if (parts.length > MOST_LINES) {
      this.dropped += this.lines.length + parts.length - MOST_LINES;
      this.lines = parts.slice(-MOST_LINES).map(shown);
      return;
    }
    for (const part of parts) this.lines.push(shown(part));
    // Cut in big steps: a shift a line would cost more than the line.
    if (this.lines.length > 2 * MOST_LINES) {
      this.dropped += this.lines.length - MOST_LINES;
      this.lines = this.lines.slice(-MOST_LINES);
    }
  }

  /** The lines, the one that is not finished last. */
  all(): readonly string[] {
    const head = this.dropped > 0 ? [`… ${this.dropped} lines before these are in the journal`] : [];
    return [...head, ...this.lines, ...(this.open === '' ? [] : [shown(this.open)])];
  }
}

/** As a terminal would show it: what a carriage return overwrites is gone, colours stay, other control sequences do not. */
function shown(line: string): string {
  const last = line.replace(/\r+$/, '').split('\r').at(-1) ?? '';
  return last
    .slice(0, LONGEST_LINE)
    .replace(/\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g, '')
    .replace(/\u001b\[[0-9;?]*[A-Za-ln-z]/g, '')
    .replace(/\u001b(?!\[)/g, '')
    .replaceAll('\t', '    ')
    .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g, '');
}
