import type { CommandSpec, OptionSpec } from './spec.ts';
import { COMMANDS } from './specs/index.ts';

const WIDTH = 80;

/** The help of the program: one line a command. */
export function programHelp(): string {
  const rows = COMMANDS.map((spec): Row => [`${spec.name} ${spec.usage}`, spec.summary]);
  return [
    'runbook runs the Markdown runbooks that your team already has.',
    '',
    'Usage: runbook <command> [options]',
    '',
    ...columns(rows),
    '',
    'runbook <command> --help tells more. Other options: --version, --help.',
    '',
  ].join('\n');
}

/** The help of one command: usage, options, two examples. */
export function commandHelp(spec: CommandSpec): string {
  const rows = [...spec.options.map((option): Row => [optionName(option), option.help]), ['-h, --help', 'this text'] as Row];
  return [
    ...wrap(`runbook ${spec.name}: ${spec.summary}`, WIDTH),
    ...(spec.description === undefined ? [] : ['', ...wrap(spec.description, WIDTH)]),
    '',
    `Usage: runbook ${spec.name} ${spec.usage} [options]`,
    '',
    ...columns(rows),
    '',
    'Examples:',
    ...spec.examples.flatMap(({ command, what }) => ['', ...wrap(`# ${what}`, WIDTH - 2).map((line) => `  ${line}`), ...breakCommand(command)]),
    '',
  ].join('\n');
}

type Row = readonly [string, string];

function optionName(option: OptionSpec): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
}

function columns(rows: readonly Row[]): string[] {
  const left = Math.min(28, Math.max(...rows.map(([name]) => name.length)) + 2);
  return rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, WIDTH - 2 - left);
    const lead = name.length < left ? [`  ${name.padEnd(left)}${first}`] : [`  ${name}`, `  ${' '.repeat(left)}${first}`];
    return [...lead, ...rest.map((line) => `  ${' '.repeat(left)}${line}`)];
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A command that is too long for the screen goes on after a backslash, so that it can be pasted. */
function breakCommand(command: string): string[] {
  const [first = '', ...options] = command.split(/ (?=--)/);
  const lines = [first];
  for (const option of options) {
    const last = lines.at(-1) ?? '';
    if (last.length + 1 + option.length > WIDTH - 6) lines.push(option);
    else lines[lines.length - 1] = `${last} ${option}`;
  }
  return lines.map((line, i) => `  ${i === 0 ? '' : '  '}${line}${i < lines.length - 1 ? ' \\' : ''}`);
}
