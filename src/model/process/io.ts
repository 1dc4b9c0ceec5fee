/** The variables that a process begins with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the program reads and writes, passed in so that nothing below the bin touches `process`. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The raw streams, for whatever draws on the terminal itself or talks to a program. All other text goes through the functions above, which make hidden characters visible. */
  readonly raw: { readonly stdout: NodeJS.WriteStream; readonly stderr: NodeJS.WriteStream };
  readonly env: Environment;
  /** Absolute path of the working directory. */
  readonly cwd: string;
}
