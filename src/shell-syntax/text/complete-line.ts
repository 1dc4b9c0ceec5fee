import { parse } from 'unbash';
import { findPlaceholders, MASK, maskRanges } from './mask.ts';
import { scanShell } from './scan.ts';

/** Errors that more lines could cure. */
const UNFINISHED = /^unterminated|to close|expected command after|expected '(?:then|do|in)'/;

/** Whether a command needs no further line: no open quote, heredoc, group or trailing backslash. */
export function isCompleteLine(text: string): boolean {
  if (endsEscaped(text)) return false;
  const scan = scanShell(text);
  if (/<<-?\s*\S/.test(text) && !text.includes('\n') && /<<-?\s*["'\\]?\w/.test(text) && !/<<</.test(text)) return false;
  if (scan.heredocs.some(({ closed }) => !closed)) return false;
  const masked = maskRanges(text, findPlaceholders(text, scan), MASK);
  const errors = parse(masked).errors ?? [];
  if (errors.length > 0) return !errors.some(({ message }) => UNFINISHED.test(message));
  return !/(?:\||&&|\|\|)[ \t]*$/.test(masked);
}

function endsEscaped(text: string): boolean {
  let slashes = 0;
  while (text.charAt(text.length - 1 - slashes) === '\\') slashes += 1;
  return slashes % 2 === 1;
}
