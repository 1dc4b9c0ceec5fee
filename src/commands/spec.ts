import type { ExitCode, Io } from '../model/index.ts';

/** An option of a command: one line of its help. */
export interface OptionSpec {
  /** Without the leading dashes. */
  readonly name: string;
  readonly short?: string;
  /** Name of its value in help, e.g. `<name>`; absent: the option is a switch. */
  readonly value?: string;
  readonly repeat?: true;
  readonly help: string;
  /** Words that a shell may offer for its value. */
  readonly choices?: readonly string[];
}

/** What help, completion, the manual page and the parsing of arguments know about a command. */
export interface CommandSpec {
  readonly name: string;
  /** Its arguments in help, e.g. `<file>`. */
  readonly usage: string;
  /** How many arguments it takes. */
  readonly positionals: { readonly min: number; readonly max: number };
  /** What its arguments are, for completion. */
  readonly completes?: 'file' | 'folder' | 'path' | 'rule' | 'run' | 'shell';
  /** One line. */
  readonly summary: string;
  readonly description?: string;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly command: string; readonly what: string }[];
}

/** The arguments of a command, parsed by its spec: asking for an option that the spec lacks is our own fault and throws. */
export interface ParsedArgs {
  readonly positionals: readonly string[];
  /** The last value of an option, or `undefined`. */
  text(option: string): string | undefined;
  /** All values of an option that repeats. */
  texts(option: string): readonly string[];
  /** Whether a switch was given. */
  flag(option: string): boolean;
}

/** A command: `src/commands/<name>.ts` exports it as `run`. */
export type CommandRun = (args: ParsedArgs, io: Io) => Promise<ExitCode>;
