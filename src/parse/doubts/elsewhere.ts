import { DOUBT_ANSWERS, placeWords, type Piece } from '../../model/index.ts';
import { typedIn } from './places.ts';
import { type DoubtSources, type Found, placeOf } from './sources.ts';

/** What is typed into an open session, at the prompt of another machine, or pinned to a place where nothing can be run yet. */
export function elsewhere({ draft }: DoubtSources, piece: Piece): Found | null {
  const { on } = draft.pins;
  const typed = typedIn(draft, piece);
  if (on !== undefined && on.value !== 'here') return { text: `on=${on.value}: this version cannot run there`, at: on.span.start.offset, answers: ['done', 'skip'] };
  if (typed === undefined) return null;
  const answers = DOUBT_ANSWERS.elsewhere.filter((answer) => answer !== 'here' || !typed.program);
  return { text: piece.on?.kind === 'elsewhere' ? placeWords(piece.on) : typed.place.join(', then '), at: placeOf(draft, Math.max(piece.start, typed.start)), answers };
}
