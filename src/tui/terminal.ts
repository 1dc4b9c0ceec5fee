import type { Mounted } from './mount.tsx';

/** The screen on the terminal, and who has the terminal while it is away. */
export class Terminal {
  private view: Mounted | null = null;
  private readonly mount: () => Mounted;

  constructor(mount: () => Mounted) {
    this.mount = mount;
  }

  open(): void {
    if (this.view !== null) return;
    // Before the first frame: from then on somebody may stop the process.
    process.on('SIGTSTP', this.stopped).on('SIGCONT', this.continued);
    this.view = this.mount();
  }

  async close(): Promise<void> {
    const { view } = this;
    this.view = null;
    process.off('SIGTSTP', this.stopped).off('SIGCONT', this.continued);
    await view?.close();
  }

  /** Leaves the terminal to an interactive step and comes back. */
  async handOver(work: () => Promise<void>, { before, after }: { readonly before: () => void; readonly after: () => Promise<void> }): Promise<void> {
    await this.close();
    try {
      before();
      await work();
      await after();
    } finally {
      this.open();
    }
  }

  /** Stops the process as the terminal's own Ctrl-Z does; what runs goes on in its own group. `fg` brings the screen back. */
  async suspend(): Promise<void> {
    if (this.view === null) return;
    await this.close();
    process.once('SIGCONT', () => this.open());
    process.kill(process.pid, 'SIGTSTP');
  }

  private readonly stopped = (): void => void this.suspend();

  /** After a SIGSTOP, which nobody is told of: the shell has had the terminal since, and it is no longer as the screen left it. */
  private readonly continued = (): void => this.view?.takeBack();
}
