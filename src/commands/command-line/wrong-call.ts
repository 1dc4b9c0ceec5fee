import type { Command, CommanderError, Option } from 'commander';
import { closest, RunbookError } from '../../model/index.ts';

/** The command that was called; `takes` are its arguments as help shows them. */
type Called = Pick<Command, 'name' | 'options' | 'args'> & { readonly takes: string };

/** Turns commander's error into ours; when commander only printed help, its exit stays as it is. */
export function wrongCall(command: Called, error: CommanderError): Error {
  const { code, message, exitCode } = error;
  if (exitCode === 0) return error;
  const [, word = ''] = /'([^']*)'/.exec(message) ?? [];
  const { args, takes } = command;
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(command, word);
    case 'commander.optionMissingArgument':
      return needsValue(command, command.options.find(({ flags }) => flags === word));
    case 'commander.missingArgument':
      return wrong(command, `${command.name()} needs ${takes}`);
    case 'commander.excessArguments':
      return wrong(command, `${command.name()} takes ${takes === '' ? 'no argument' : takes}`, `got ${args.length}: ${args.join(' ')}`);
    default:
      return new Error(message, { cause: error });
  }
}

/** The option whose value was forgotten. */
export function needsValue(command: Called, option: Option | undefined): RunbookError {
  return wrong(command, `${option?.long ?? 'an option'} needs a value`, `expected ${option?.flags ?? ''}`);
}

function unknownOption(command: Called, given: string): RunbookError {
  const [name = '', value] = given.split(/=(.*)/s);
  if (value !== undefined && command.options.some(({ long }) => long === name)) return wrong(command, `${name} takes no value`, `got "${value}"`);
  const [near] = closest(name.replace(/^-+/, ''), command.options.map(({ long = '' }) => long.slice(2)));
  return wrong(command, `unknown option ${name}`, near === undefined ? undefined : `did you mean --${near}?`);
}

function wrong(command: Called, what: string, why?: string): RunbookError {
  return new RunbookError({ what, ...(why === undefined ? {} : { why }), advice: `runbook ${command.name()} --help lists what it takes` });
}
