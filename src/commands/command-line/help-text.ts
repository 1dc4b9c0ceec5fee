import { Help, type HelpConfiguration } from 'commander';
import type { About } from './about.ts';

const WIDTH = 80;

/** Configures how commander prints the help of a command: what it does, its options, its examples. */
export function commandHelp({ summary, details, examples }: About, takes: () => string): HelpConfiguration {
  return {
    commandUsage: (command) => ['runbook', command.name(), takes(), '[options]'].filter((part) => part !== '').join(' '),
    commandDescription: () => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${details === undefined ? '' : `\n\n${details}`}`,
    // The description of an option already names its choices and default.
    optionDescription: ({ description }) => description,
    visibleArguments: () => [],
    // Leaves room for the longest option names.
    minWidthToWrap: 24,
    formatHelp: (command, help) => Help.prototype.formatHelp.call(help, command, help) + exampleLines(examples, help),
  };
}

function exampleLines(examples: About['examples'], help: Help): string {
  const shown = examples.map(({ command, what }) => `\n${indented(help.boxWrap(`# ${what}`, WIDTH - 2))}${breakCommand(command)}\n`);
  return `\nExamples:\n${shown.join('')}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ').concat('\n');
}

/** A command too long for the screen is broken with a backslash, so that it can still be pasted. */
function breakCommand(command: string): string {
  const lines: string[] = [];
  for (const part of command.split(/ (?=--)/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + part.length > WIDTH - 6) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return `  ${lines.join(' \\\n    ')}`;
}
