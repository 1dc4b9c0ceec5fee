import type { Piece } from '../../../model/index.ts';
import { isTypedComment } from '../../blocks/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';

/** A block in which nothing runs, since its commands stand behind `#`: root prompts, or switched off. */
export function nothing({ draft }: DoubtSources, piece: Piece): Found | null {
  const { shell } = draft;
  if (shell.statements.length > 0) return null;
  const comment = shell.comments.find(({ start, text }) => start >= piece.start && start < piece.end && isTypedComment(text));
  return comment === undefined ? null : { text: `# ${comment.text}`, at: placeOf(draft, comment.start), block: true };
}
