import { stripVTControlCharacters } from 'node:util';
import { lastWritten } from '../../model/index.ts';

const LIMIT = 4_000_000;

/** Output as a person saw it: no colours, only the part of a line after its last carriage return; only the end of very long output. */
export function visibleText(output: string): string {
  const text = stripVTControlCharacters(output.length > LIMIT ? output.slice(-LIMIT) : output).replaceAll('\r\n', '\n');
  return (text.includes('\r') ? text.split('\n').map(lastWritten).join('\n') : text).replace(/\n+$/, '');
}

/** The lines that are not blank. */
export function filledLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
