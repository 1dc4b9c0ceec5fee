import type { OutputStream } from '../process/index.ts';
/** A piece for the shell to run. */
export interface ShellTask {
  readonly code: string;
  readonly errexit: boolean;
  /** Whether a pipeline fails if any of its commands does; `null`: as the pieces before left it. */
  readonly pipefail: boolean | null;
  /** A folder for this piece only. */
  readonly cwd: string | null;
  /** Variables in addition to the run's environment. */
  readonly exports: Readonly<Record<string, string>>;
  /** A program that runs the code instead of bash, e.g. `python3`. */
  readonly interpreter: string | null;
  /** Whether it runs on the operator's terminal and gets its keys. */
  readonly terminal: boolean;
  /** Whether it runs in the background beside other pieces; its state is not kept. */
  readonly background: boolean;
  /** A returned promise holds back the rest of the output until it settles. */
  readonly onOutput: (stream: OutputStream, chunk: Buffer) => void | Promise<void>;
}
