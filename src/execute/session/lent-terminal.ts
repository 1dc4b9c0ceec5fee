import type { TerminalPort } from '../types.ts';

/** How long after the end of a step a Ctrl-C is still one that was meant for it, pressed once too often. */
const SLIP_MS = 50;

/** The operator's terminal, and whether a step has it: until a moment after the step has ended. What a face shows on it then is its own. */
export class LentTerminal {
  isGiven = false;
  private readonly port: TerminalPort | null;

  constructor(port: TerminalPort | null) {
    this.port = port;
  }

  async handOver(work: () => Promise<void>): Promise<void> {
    this.isGiven = true;
    let soon: NodeJS.Timeout | undefined;
    const takenBack = (): void => {
      clearTimeout(soon);
      this.isGiven = false;
    };
    await this.port?.handOver(() => work().finally(() => (soon = setTimeout(takenBack, SLIP_MS)))).finally(takenBack);
  }
}
