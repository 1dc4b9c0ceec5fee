import { ExitCode } from '../../model/index.ts';
import { type Declared, declaredCommands } from './index.ts';
import { MANUAL_NOTES } from './manual-notes.ts';

/** The meaning of each exit code, for users. */
const EXIT_STATUS: Readonly<Record<keyof typeof ExitCode, string>> = {
  done: 'Done.',
  failed: 'A step failed or a check did not hold (run); there are findings (lint).',
  usage: 'The call or the input is wrong: an unknown option, no such file, a missing parameter, no steps.',
  stopped: 'The operator stopped the run.',
  historyKept: 'The run was fine and its history row could not be written. The row is kept: runbook record --pending writes it.',
  hangup: 'SIGHUP: the terminal went away.',
  interrupted: 'SIGINT.',
  quit: 'SIGQUIT.',
  user2: 'SIGUSR2.',
  terminated: 'SIGTERM.',
};

const VARIABLES: readonly (readonly [string, string])[] = [
  ['NO_COLOR, FORCE_COLOR', 'Never, or always, print colour.'],
  ['XDG_STATE_HOME', 'Where runs, kept rows and locks are: its folder runbook, by default ~/.local/state/runbook.'],
  ['XDG_CACHE_HOME', 'Where the program keeps its compiled code and what it has read of runbooks: its folder runbook, by default ~/.cache/runbook.'],
  ['NODE_DISABLE_COMPILE_CACHE', 'Keep no compiled code, and of runbooks only what lint has read (see its option --no-cache).'],
  ['RUNBOOK_SET_<NAME>', 'The value of a parameter.'],
  ['RUNBOOK_WEBHOOK_<NAME>', 'The address of a webhook, as in config.yaml.'],
  ['RUNBOOK_NOTIFY', 'When a line is sent to the webhooks: started, failed, finished, destructive, separated by commas; instead of notify in config.yaml.'],
  ['TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE', "The server of a team's runs."],
  ['INK_SCREEN_READER', 'With "true": plain lines for a screen reader.'],
  ['RUNBOOK_DEBUG', 'Print the place in the program with an internal error.'],
];

/** The manual page, in troff with the man macros. */
export function manPage(version: string): string {
  const commands = declaredCommands();
  const lines = [
    `.TH RUNBOOK 1 "" "runbook ${version}" "User Commands"`,
    '.SH NAME',
    'runbook \\- run, check and keep the history of Markdown runbooks',
    '.SH SYNOPSIS',
    ...commands.flatMap((command) => ['.br', ['\\fBrunbook', `${text(command.name())}\\fR`, text(command.takes), '[options]'].filter((part) => part !== '').join(' ')]).slice(1),
    '.SH DESCRIPTION',
    'Runs the Markdown runbooks that a team already has: step by step in a terminal, or unattended. Checks what a runbook says to expect, checks the runbooks themselves, and writes the row of the execution history back into the file.',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...Object.entries(EXIT_STATUS).flatMap(([name, meaning]) => entry(bold(String(ExitCode[name as keyof typeof ExitCode])), meaning)),
    '.SH ENVIRONMENT',
    ...VARIABLES.flatMap(([name, meaning]) => entry(bold(name), meaning)),
    '.SH FILES',
    ...entry(bold('.runbook.yaml'), 'The settings of a folder and those below it: rules of lint, what is production, what a second person has to approve.'),
    ...entry(bold('runbook.lock'), 'What each runbook of the repository came to when it was reviewed.'),
    ...entry(bold('~/.config/runbook/config.yaml'), 'Your webhooks, and what is sent to them.'),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines(command: Declared): string[] {
  const { summary, details, examples } = command.about;
  return [
    `.SS "${text(`runbook ${command.name()} ${command.takes}`).replaceAll('"', '""')}"`,
    sentence(`${summary}.`),
    ...(details === undefined ? [] : ['.PP', sentence(details)]),
    ...command.options.flatMap(({ flags, description }) => entry(optionName(flags), description)),
    ...(MANUAL_NOTES[command.name()] ?? []).flatMap((note) => ['.PP', sentence(note)]),
    '.PP',
    'Examples:',
    ...examples.flatMap(({ command: line, what }) => ['.PP', sentence(`${what}:`), '.RS 4', '.nf', sentence(line), '.fi', '.RE']),
  ];
}

/** `--target <name>` with the name in bold and the value in italics. */
function optionName(flags: string): string {
  const [name = '', value] = flags.split(/ (<.*)/);
  return value === undefined ? bold(name) : `${bold(name)} \\fI${text(value)}\\fR`;
}

function entry(name: string, meaning: string): string[] {
  return ['.TP', name, sentence(meaning)];
}

function bold(name: string): string {
  return `\\fB${text(name)}\\fR`;
}

/** A line of text, escaped because troff takes one that begins with a dot or a quote for a request. */
function sentence(words: string): string {
  return text(words).replace(/^[.']/, '\\&$&');
}

/** Escapes characters that troff would interpret or replace: a hyphen must stay one that can be pasted, a quote straight. */
function text(words: string): string {
  return words.replace(/[\\'`^~-]/g, (sign) => ({ '\\': '\\e', "'": '\\(aq', '`': '\\(ga', '^': '\\(ha', '~': '\\(ti', '-': '\\-' })[sign] ?? sign).replace(/[^\x20-\x7e]/gu, (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
