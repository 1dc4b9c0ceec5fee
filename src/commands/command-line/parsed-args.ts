import type { Command } from 'commander';
import type { ExitCode, Io } from '../../model/index.ts';

/** The parsed arguments of a command. Asking for an option that it does not declare is a bug, and throws. */
export interface ParsedArgs {
  readonly positionals: readonly string[];
  /** The last value of an option, or `undefined`. */
  text(option: string): string | undefined;
  /** All values of a repeatable option. */
  texts(option: string): readonly string[];
  /** Whether a switch was given. */
  flag(option: string): boolean;
}

/** The function that runs a command; `src/commands/<name>.ts` exports it as `run`. */
export type CommandRun = (args: ParsedArgs, io: Io) => Promise<ExitCode>;

/** The arguments of a command that commander has parsed. */
export function parsedArgs(command: Command): ParsedArgs {
  const asked = (name: string): unknown => {
    const option = command.options.find(({ long }) => long === `--${name}`);
    if (option === undefined) throw new Error(`${command.name()} has no option --${name}`);
    const value: unknown = command.getOptionValue(option.attributeName());
    // Commander stores `--no-cache` as `cache: false`; `--shellcheck` and `--no-shellcheck` share one value.
    return option.negate ? value === false : value;
  };
  const texts = (name: string): readonly string[] => [asked(name) ?? []].flat().filter((value) => typeof value === 'string');
  return { positionals: command.args, texts, text: (name) => texts(name).at(-1), flag: (name) => asked(name) === true };
}
