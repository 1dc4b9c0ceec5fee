import type { Piece } from '../../../model/index.ts';
import type { CommandDraft } from '../../blocks/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';

/** Shell that does not parse, a heredoc without its end, a fence or a quote that nobody closed. */
export function unparsed({ draft }: DoubtSources, piece: Piece): Found | null {
  const { shell, fence } = draft;
  if (fence?.closed === false) return { text: 'the block is never closed', at: fence.range.start, block: true };
  const inner = fenceWithin(draft);
  if (inner !== null) return { text: `${inner} within the block: one above it was not closed where it ought to be`, at: fence?.range.start ?? 0, block: true };
  const heredoc = shell.heredocs.find(({ start, closed }) => !closed && start >= piece.start && start < piece.end);
  if (heredoc !== undefined) return { text: endWithBlank(draft.code.text, heredoc.delimiter) ?? `no line is ${heredoc.delimiter}, which ends the text that begins here`, at: placeOf(draft, heredoc.start) };
  const error = shell.errors.find(({ offset }) => offset >= piece.start && offset <= piece.end);
  return error === undefined ? null : { text: `no shell can read this: ${error.message}`, at: placeOf(draft, error.offset) };
}

/** `EOF ` looks like the end and is none. */
function endWithBlank(code: string, delimiter: string): string | null {
  return code.split('\n').some((line) => line.trim() === delimiter && line !== delimiter) ? `a blank stands beside ${delimiter}, so that the text does not end there` : null;
}

/** A fence on a line of the code that is no text of a heredoc, or `null`. */
function fenceWithin({ fence, code, shell }: CommandDraft): string | null {
  const hasPrompts = fence?.hasPrompts === true;
  const text = hasPrompts ? fence.node.value : code.text;
  const found = /^[ \t]*(?<mark>`{3,}|~{3,})/m.exec(text);
  if (found === null || (!hasPrompts && shell.heredocs.some(({ start, end }) => found.index >= start && found.index < end))) return null;
  return found.groups?.['mark'] ?? null;
}
