/** What the program reads and writes: handed in, so that nothing below the bin touches `process`. */
export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The two as they are, for what draws on the terminal by itself, or speaks to a program. Text goes the other way, which makes it visible. */
  readonly raw: { readonly stdout: NodeJS.WriteStream; readonly stderr: NodeJS.WriteStream };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  readonly cwd: string;
}
