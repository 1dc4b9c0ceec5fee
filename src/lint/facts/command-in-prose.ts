import type { CodeRange, Span } from '../../model/index.ts';

/** A command that goes on in the next line with an option. In prose the backslash is a line break, and is not shown. */
const COMMAND = /^[ \t>]*(?:\$ )?(?<first>[a-z./][^\n`]*\\)[ \t]*(?:<!--[^\n<]*-->)?\r?\n[ \t>]*--?[a-z]/gm;

/** Where the first line of a command stands that was written into a paragraph and goes on over several lines. */
export function commandInProse(text: string, { start, end }: Span): CodeRange | null {
  const paragraph = text.slice(start.offset, end.offset);
  const [match] = paragraph.includes('\\') ? paragraph.matchAll(COMMAND) : [];
  if (match === undefined) return null;
  const first = match.groups?.['first'] ?? '';
  const at = start.offset + match.index + match[0].indexOf(first);
  return { start: at, end: at + first.length };
}
