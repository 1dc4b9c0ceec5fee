/** How soon is looked again after something happened, and how late where nothing does: a hundred who wait are not to keep a worker busy. */
const SOON_MS = 250;
const IDLE_MS = 1_500;
const SLOWER = 1.3;

/** How long is waited from one look at a run to the next. */
export class Pace {
  private ms = SOON_MS;
  private latest = '';

  /** After a look that saw this. */
  after(seen: string): number {
    this.ms = seen === this.latest ? Math.min(this.ms * SLOWER, IDLE_MS) : SOON_MS;
    this.latest = seen;
    return this.ms;
  }

  /** Something is about to happen. */
  hurry(): void {
    this.latest = '';
  }
}
