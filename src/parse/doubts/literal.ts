import type { CommandStep, Piece } from '../../model/index.ts';
import { REPLACE_COMMENT } from '../parameters/index.ts';
import { type DoubtSources, type Found, placeOf } from './sources.ts';

/** A comment that says to replace a value, on a line of which nothing could be cut out and named. */
export function literal({ draft }: DoubtSources, piece: Piece, { slots }: CommandStep): Found | null {
  const { code, shell } = draft;
  const comment = shell.comments.find(({ start, ownLine, text }) => {
    if (ownLine || start < piece.start || start >= piece.end || !REPLACE_COMMENT.test(text.trim())) return false;
    const line = code.text.lastIndexOf('\n', start - 1) + 1;
    return !slots.some((slot) => slot.start >= line && slot.end <= start) && !shell.reads.some((read) => read.start >= line && read.end <= start);
  });
  return comment === undefined ? null : { text: `# ${comment.text}`, at: placeOf(draft, comment.start) };
}
