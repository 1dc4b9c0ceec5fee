import type { CodeRange, Span } from '../../model/index.ts';
import { KNOWN_PROGRAMS } from './known/index.ts';

/** A command that was written into a paragraph: the line that begins it, and whether its backslashes are lost, or it is one of several. */
interface CommandInProse extends CodeRange {
  readonly kind: 'cut' | 'one' | 'several';
}

/** The first command of a paragraph that goes on over several lines, or each line of which is one. */
export function commandInProse(text: string, { start, end }: Span): CommandInProse | null {
  const paragraph = text.slice(start.offset, end.offset);
  const found = cutByBackslashes(paragraph) ?? commandsOnly(paragraph);
  return found === null ? null : { ...found, start: start.offset + found.start, end: start.offset + found.end };
}

/** A command that goes on in the next line with an option. In prose the backslash is a line break, and is not shown. */
const CUT = /^[ \t>]*(?:\$ )?(?<first>[a-z./][^\n`]*\\)[ \t]*(?:<!--[^\n<]*-->)?\r?\n[ \t>]*--?[a-z]/gm;

function cutByBackslashes(paragraph: string): CommandInProse | null {
  const [match] = paragraph.includes('\\') ? paragraph.matchAll(CUT) : [];
  if (match === undefined) return null;
  const first = match.groups?.['first'] ?? '';
  const start = match.index + match[0].indexOf(first);
  return { kind: 'cut', start, end: start + first.length };
}

/** A paragraph each line of which is a command, but for the first where that leads to them. */
function commandsOnly(paragraph: string): CommandInProse | null {
  // Most paragraphs end in a line of a sentence.
  if (!/^[ \t>]*(?:\$ )?[a-z]/.test(paragraph.slice(paragraph.lastIndexOf('\n') + 1))) return null;
  const lines = paragraph.split(/\r?\n/).map((line) => line.replace(/^[ \t>]+/, '').trimEnd());
  const [first = ''] = lines;
  const commands = /[:?][*_]{0,2}$/.test(first) ? lines.slice(1) : lines;
  const [command] = commands;
  if (command === undefined || !commands.every(isCommand)) return null;
  const start = paragraph.indexOf(command);
  return { kind: commands.length > 1 ? 'several' : 'one', start, end: start + command.length };
}

/** A known program behind a prompt or with an option, a file, an address or a placeholder, and no word of a sentence. */
function isCommand(line: string): boolean {
  const { prompt, sudo, name = '' } = /^(?<prompt>\$ )?(?<sudo>sudo )?(?<name>[a-z][a-z\d-]*) \S/.exec(line)?.groups ?? {};
  if (!KNOWN_PROGRAMS.has(name) && sudo === undefined) return false;
  return !SENTENCE.test(line) && (prompt !== undefined || sudo !== undefined || SIGN.test(line));
}

const SENTENCE = /[`.:!?,;]$|`|\]\(|\s(?:the|an?|is|are|was|to|your|you|this|that|and|or|if|when|in|on|of|with|by|from|for|can|will|should|must|not)(?=\s|$)/i;
const SIGN = /\s--?[a-z]|\s[\w.-]*\/[\w.-]+|\s["']?(?:https?:\/\/|[\w.-]+:\d+\/)\S|\s[\w-]+\.[a-z\d]{2,4}(?:\s|$)|\s[\w./-]*<[a-z][\w-]*>(?:\s|$)/i;
