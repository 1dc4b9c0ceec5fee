/** A piece as the shell gets it. */
export interface ShellTask {
  readonly code: string;
  readonly errexit: boolean;
  /** Whether a pipeline fails with any of its commands; `null`: as the pieces before left it. */
  readonly pipefail: boolean | null;
  /** A folder for this piece alone. */
  readonly cwd: string | null;
  /** Variables for it, beside the run's environment. */
  readonly exports: Readonly<Record<string, string>>;
  /** A program that runs the code instead of bash, e.g. `python3`. */
  readonly interpreter: string | null;
  /** On the operator's terminal, with its keys. */
  readonly terminal: boolean;
  /** Goes on beside other pieces: what it leaves is not kept. */
  readonly background: boolean;
  /** A promise holds back the rest of the output until it is done. */
  readonly onOutput: (stream: 'stdout' | 'stderr', chunk: Buffer) => void | Promise<void>;
}
