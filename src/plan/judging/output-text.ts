import { stripVTControlCharacters } from 'node:util';

const LIMIT = 4_000_000;

/** Output as a person saw it: no colours, only the part of a line after its last carriage return; only the end of very long output. */
export function visibleText(output: string): string {
  const text = stripVTControlCharacters(output.length > LIMIT ? output.slice(-LIMIT) : output).replaceAll('\r\n', '\n');
  return (text.includes('\r') ? text.split('\n').map(lastPainted).join('\n') : text).replace(/\n+$/, '');
}

function lastPainted(line: string): string {
  return line.replace(/\r+$/, '').split('\r').at(-1) ?? '';
}

/** The lines that are not blank. */
export function filledLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
