import { Help, type HelpConfiguration } from 'commander';
import type { Io } from '../../model/index.ts';
import type { About } from './about.ts';

/** The widest that help is folded to. */
export const WIDTH = 80;
/** The fewest cells for words beside what they are about. */
export const LEAST = 24;

/** How wide help is on a screen. */
export function helpWidth({ stdout }: Pick<Io, 'stdout'>): number {
  return stdout.isTTY && (stdout.columns ?? 0) > 0 ? Math.min(WIDTH, stdout.columns ?? WIDTH) : WIDTH;
}

/** An option or a command with the words about it, which stand below it where there is too little room beside it. */
export function formatItem(this: Help, term: string, termWidth: number, description: string, help: Help): string {
  const width = help.helpWidth ?? WIDTH;
  if (description === '' || width - termWidth - 4 >= LEAST) return Help.prototype.formatItem.call(help, term, termWidth, description, help);
  return `  ${term}\n${help.boxWrap(description, width - 6).replace(/^/gm, '      ')}`;
}

/** Configures how commander prints the help of a command: what it does, its options, its examples. */
export function commandHelp({ summary, details, examples }: About, takes: () => string): HelpConfiguration {
  return {
    commandUsage: (command) => ['runbook', command.name(), takes(), '[options]'].filter((part) => part !== '').join(' '),
    commandDescription: () => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${details === undefined ? '' : `\n\n${details}`}`,
    // The description of an option already names its choices and default.
    optionDescription: ({ description }) => description,
    visibleArguments: () => [],
    minWidthToWrap: LEAST,
    formatItem,
    formatHelp: (command, help) => Help.prototype.formatHelp.call(help, command, help) + exampleLines(examples, help),
  };
}

function exampleLines(examples: About['examples'], help: Help): string {
  const width = help.helpWidth ?? WIDTH;
  const shown = examples.map(({ command, what }) => `\n${indented(help.boxWrap(`# ${what}`, width - 2))}${breakCommand(command, width)}\n`);
  return `\nExamples:\n${shown.join('')}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ').concat('\n');
}

/** A command too long for the screen is broken with a backslash, so that it can still be pasted. */
function breakCommand(command: string, width: number): string {
  const lines: string[] = [];
  for (const part of command.split(/ (?=--)/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + part.length > width - 6) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return `  ${lines.join(' \\\n    ')}`;
}
