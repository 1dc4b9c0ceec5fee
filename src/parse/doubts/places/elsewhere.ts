import { type CommandStep, DOUBT_ANSWERS, isFar, isStronger, placeWords, type Piece, strongestEffect } from '../../../model/index.ts';
import { analyzeShell } from '../../../shell-syntax/index.ts';
import type { CommandDraft } from '../../blocks/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { typedIn } from './with-places.ts';

/** What is typed into an open session, at the prompt of another machine or where words say, and pinned to no place where it runs. */
export function elsewhere({ draft }: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  const typed = typedIn(draft, piece, step);
  // A pin says where it runs.
  if (typed === undefined || isFar(piece.on)) return null;
  const answers = DOUBT_ANSWERS.elsewhere.filter((answer) => answer !== 'here' || piece.on?.kind === 'here' || !typed.program || runsHere(draft, piece));
  return { text: piece.on?.kind === 'elsewhere' ? placeWords(piece.on) : typed.place.join(', then '), at: placeOf(draft, Math.max(piece.start, typed.start)), answers };
}

/** Whether what is typed into a program may also be given to the shell here: one can read it, and it does no more there than what it is taken for. SQL that only reads is not: `a > b` would write a file. */
function runsHere({ code }: CommandDraft, { start, end, effect }: Piece): boolean {
  const { errors, heredocs, effects } = analyzeShell(code.text.slice(start, end));
  const here = strongestEffect(effects);
  return errors.length === 0 && heredocs.every(({ closed }) => closed) && (here === null || !isStronger(here.effect, effect.effect));
}
