/** The shortest wait, after something happened, and the longest, when nothing does, so that a hundred waiting clients do not keep a worker busy. */
const SOON_MS = 250;
const IDLE_MS = 1_500;
const SLOWER = 1.3;

/** How long to wait between looks at a run. */
export class Pace {
  private ms = SOON_MS;
  private latest = '';
  private wake: () => void = () => undefined;

  /** The wait after a look with this result. */
  after(seen: string): number {
    this.ms = seen === this.latest ? Math.min(this.ms * SLOWER, IDLE_MS) : SOON_MS;
    this.latest = seen;
    return this.ms;
  }

  /** Waits before the next look, after one with this result. */
  wait(seen: string): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, this.after(seen));
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  /** Says that something is about to happen: whoever waits is woken. */
  hurry(): void {
    this.latest = '';
    this.wake();
  }
}
