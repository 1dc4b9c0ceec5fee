import { type CommandStep, DOUBT_ANSWERS, isFar, isStronger, placeWords, type Piece, strongestEffect } from '../../../model/index.ts';
import { analyzeShell } from '../../../shell-syntax/index.ts';
import { callPrograms, type CommandDraft, isProgram, type TypedElsewhere } from '../../blocks/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { typedIn } from './with-places.ts';

/** What is typed into an open session, at the prompt of another machine or where words say, and pinned to no place where it runs. */
export function elsewhere({ draft }: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  const typed = typedIn(draft, piece, step);
  // A pin says where it runs.
  if (typed === undefined || isFar(piece.on)) return null;
  const answers = DOUBT_ANSWERS.elsewhere.filter((answer) => answer !== 'here' || piece.on?.kind === 'here' || !typed.program || runsHere(draft, piece, typed));
  return { text: piece.on?.kind === 'elsewhere' ? placeWords(piece.on) : typed.place.join(', then '), at: placeOf(draft, Math.max(piece.start, typed.start)), answers };
}

/**
 * Whether what is typed into a program may also be given to the shell here: one can read it, and it does no more there than what it is taken for. SQL that only reads is not: `a > b` would write a file.
 * Nor is what calls a program of this machine by chance, such as `shutdown;` at `mysql>`.
 */
function runsHere({ code }: CommandDraft, { start, end, effect }: Piece, typed: TypedElsewhere): boolean {
  const text = code.text.slice(start, end);
  const { errors, heredocs, effects, commands } = analyzeShell(text);
  const here = strongestEffect(effects);
  if (errors.length > 0 || !heredocs.every(({ closed }) => closed) || (here !== null && isStronger(here.effect, effect.effect))) return false;
  const isKnown = effects.some((known) => known.effect !== 'unknown') || commands.some(({ name }) => isProgram(name));
  return !isKnown || isForShell(text, typed);
}

/** Whether only a prompt says that it is typed into a program, and each line calls one of this machine's with something to act on: `shop-prod> systemctl restart web`. */
function isForShell(text: string, { openers }: TypedElsewhere): boolean {
  const hasLoneWord = /^[ \t]*\S+[ \t]*$/m.test(text);
  return openers.length === 0 && callPrograms(text) && !hasLoneWord;
}
