import { createInterface } from 'node:readline/promises';
import type { Interface } from 'node:readline/promises';
import { ExitCode, RunbookError } from '../../model/index.ts';
import type { Io } from '../../model/index.ts';

/** One-line questions of a command. Ctrl-C or the end of the input at a question ends the command. */
export class LineQuestions {
  private readonly lines: Interface;
  private readonly stopped = new AbortController();
  private readonly undone: string;
  private code: ExitCode = ExitCode.stopped;

  /** `undone` says what was not done if the operator stops at a question. */
  constructor(io: Pick<Io, 'stdin' | 'stdout'>, undone: string) {
    this.undone = undone;
    this.lines = createInterface({ input: io.stdin, output: io.stdout });
    this.lines.on('SIGINT', () => {
      this.code = ExitCode.interrupted;
      this.lines.close();
    });
    this.lines.on('close', () => this.stopped.abort());
  }

  /** The answer, trimmed; Enter takes what is offered. */
  async ask(label: string, offered: string): Promise<string> {
    try {
      return (await this.lines.question(`${label}${offered === '' ? '' : ` [${offered}]`}: `, { signal: this.stopped.signal })).trim() || offered;
    } catch (error) {
      if (!this.stopped.signal.aborted) throw error;
      throw new RunbookError({ what: this.undone, why: 'stopped at a question', advice: 'options answer without asking: --help has them', exitCode: this.code });
    }
  }

  close(): void {
    this.lines.close();
  }
}
