/** Bytes of a stream kept for its checks, half from its beginning and half from its end. */
const HALF = 2_000_000;

/** What one stream of a piece wrote, in bounded memory. */
export class OutputWindow {
  private readonly head: Buffer[] = [];
  private headLength = 0;
  private tail: Buffer[] = [];
  private first = 0;
  private tailLength = 0;
  private dropped = false;

  push(bytes: Buffer): void {
    if (this.headLength < HALF) {
      this.head.push(bytes);
      this.headLength += bytes.length;
      return;
    }
    this.tail.push(bytes);
    this.tailLength += bytes.length;
    for (let oldest = this.tail[this.first]; oldest !== undefined && this.tailLength - oldest.length >= HALF; oldest = this.tail[this.first]) {
      this.tailLength -= oldest.length;
      this.first++;
      this.dropped = true;
    }
    // All at once and not with each chunk, since each time moves the whole list.
    if (this.first > 1000) {
      this.tail = this.tail.slice(this.first);
      this.first = 0;
    }
  }

  /** The text, with a line in place of the middle if that is missing. */
  text(): string {
    const tail = this.tail.slice(this.first);
    if (!this.dropped) return Buffer.concat([...this.head, ...tail]).toString('utf8');
    return `${Buffer.concat(this.head).toString('utf8')}\n[…]\n${Buffer.concat(tail).toString('utf8')}`;
  }
}
