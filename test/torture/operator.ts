import { spawn, type IPty } from '@lydell/node-pty';
import { resolve } from 'node:path';

/** What an operator says: the question, and the keys that answer it; `null` where it is left to others. */
export type Answers = readonly (readonly [question: RegExp, keys: (question: string) => string | null])[];

/** Somebody at the plain walk, who answers what is asked until the program ends. */
export class Operator {
  /** All that the program wrote. */
  text = '';
  /** How it ended; it was not killed. */
  readonly ended: Promise<number | null>;
  private readonly pty: IPty;
  private from = 0;

  /** `answered` is called with each question and what was typed. */
  constructor(args: readonly string[], { cwd, env, answers, answered }: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly answers: Answers; readonly answered: (question: string, keys: string) => void }) {
    this.pty = spawn(process.execPath, [resolve('dist/cli.js'), ...args], { cols: 200, rows: 60, cwd, env: { ...env, TERM: 'dumb', NO_COLOR: '1' } });
    this.ended = new Promise((done) => this.pty.onExit(({ exitCode, signal }) => done(signal === undefined || signal === 0 ? exitCode : null)));
    this.pty.onData((data) => {
      this.text += data;
      this.answer(answers, answered);
    });
  }

  private answer(answers: Answers, answered: (question: string, keys: string) => void): void {
    const asked = this.text.slice(this.from).replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
    const fitting = answers.find(([question]) => question.test(asked));
    if (fitting === undefined) return;
    const keys = fitting[1](asked);
    if (keys === null) return;
    this.from = this.text.length;
    this.pty.write(keys);
    answered(asked, keys);
  }

  kill(): void {
    this.pty.kill('SIGKILL');
  }
}
