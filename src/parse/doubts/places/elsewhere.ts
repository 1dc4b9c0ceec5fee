import { type CommandStep, DOUBT_ANSWERS, isFar, placeWords, type Piece } from '../../../model/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { typedIn } from './with-places.ts';

/** What is typed into an open session, at the prompt of another machine or where words say, and pinned to no place where it runs. */
export function elsewhere({ draft }: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  const typed = typedIn(draft, piece, step);
  // A pin says where it runs.
  if (typed === undefined || isFar(piece.on)) return null;
  const answers = DOUBT_ANSWERS.elsewhere.filter((answer) => answer !== 'here' || !typed.program);
  return { text: piece.on?.kind === 'elsewhere' ? placeWords(piece.on) : typed.place.join(', then '), at: placeOf(draft, Math.max(piece.start, typed.start)), answers };
}
