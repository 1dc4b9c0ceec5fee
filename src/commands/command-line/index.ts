// The command line: commander parses calls and prints help.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { closest, ExitCode, type Io, isMarkdownName, RunbookError } from '../../model/index.ts';
import { COMMANDS } from './declarations/index.ts';
import type { Declared } from './declared.ts';
import { formatItem, helpWidth, LEAST } from './help-text.ts';
import { parsedArgs } from './parsed-args.ts';

export { repeats } from './declared.ts';
export { helpWidth } from './help-text.ts';
export type { Declared } from './declared.ts';

/** Every command. */
export function declaredCommands(): readonly Declared[] {
  return Object.values(COMMANDS).map((declare) => declare());
}

/** A command by its name, or `undefined`. */
export function declaredCommand(name: string): Declared | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
}

/** The help of the program, with a line per command. */
export function programHelp(io: Pick<Io, 'stdout'>): string {
  const program = new Command('runbook')
    .usage('<command> [options]')
    .description('runbook runs the Markdown runbooks that your team already has.')
    .version('', '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help; runbook <command> --help tells more')
    .helpCommand(false)
    .configureOutput({ getOutHelpWidth: () => helpWidth(io) })
    .configureHelp({ formatItem, minWidthToWrap: LEAST, subcommandTerm: (command) => `${command.name()} ${(command as Declared).takes}`, subcommandDescription: (command) => command.summary() });
  for (const command of declaredCommands()) program.addCommand(command);
  return program.helpInformation();
}

/**
 * Runs the command named by a call.
 * @throws RunbookError where the call is wrong.
 */
export async function call([name = '', ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) return say(programHelp(io), io);
  if (name === 'help') return say(folded(commandNamed(rest[0] ?? '', io.cwd), io).helpInformation(), io);
  const command = folded(commandNamed(name, io.cwd), io).configureOutput({ writeOut: (text) => void io.stdout.write(text) });
  try {
    command.parse(rest, { from: 'user' });
  } catch (error) {
    // Commander has printed help.
    if (error instanceof CommanderError) return ExitCode.done;
    throw error;
  }
  const { run: runCommand } = await command.about.load();
  return runCommand(parsedArgs(command), io);
}

/** A command whose help fits the screen. */
function folded(command: Declared, io: Io): Declared {
  return command.configureOutput({ getOutHelpWidth: () => helpWidth(io) });
}

function commandNamed(name: string, cwd: string): Declared {
  const command = declaredCommand(name);
  if (command !== undefined) return command;
  const [near] = closest(name, Object.keys(COMMANDS));
  if (isMarkdownName(name)) throw new RunbookError({ what: `unknown command ${name}`, ...(existsSync(resolve(cwd, name)) ? { why: 'that is a runbook', advice: `runbook run ${name} walks through it, runbook show ${name} says what it would do` } : { why: 'no such file either', advice: 'runbook list shows the runbooks below this folder, runbook run <file> walks through one' }) });
  const what = name.startsWith('-') ? `unknown option ${name}` : `unknown command ${name}`;
  throw new RunbookError({ what, ...(near === undefined ? {} : { why: `did you mean ${near}?` }), advice: 'runbook --help lists the commands' });
}

function say(text: string, io: Io): ExitCode {
  io.stdout.write(text);
  return ExitCode.done;
}
