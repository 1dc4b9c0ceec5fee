/** Characters of a stream that are kept for its checks: as much from its beginning as from its end. */
const HALF = 2_000_000;

/** What one stream of a piece wrote, in bounded memory. */
export class OutputWindow {
  private head = '';
  private tail: string[] = [];
  private tailLength = 0;
  private dropped = false;

  push(text: string): void {
    const room = HALF - this.head.length;
    if (room > 0) this.head += text.slice(0, room);
    const rest = room > 0 ? text.slice(room) : text;
    if (rest === '') return;
    this.tail.push(rest);
    this.tailLength += rest.length;
    while (this.tailLength - (this.tail[0]?.length ?? 0) >= HALF) {
      this.tailLength -= this.tail.shift()?.length ?? 0;
      this.dropped = true;
    }
  }

  /** The text, with a line that says so where the middle is missing. */
  text(): string {
    return this.dropped ? `${this.head}\n[…]\n${this.tail.join('')}` : this.head + this.tail.join('');
  }
}
