import { type CommandStep, DOUBT_ANSWERS, isFar, placeWords, type Piece } from '../../../model/index.ts';
import { type CommandDraft, isProgram, type TypedElsewhere } from '../../blocks/index.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { typedIn } from './with-places.ts';

/** What is typed into an open session, at the prompt of another machine or where words say, and pinned to no place where it runs. */
export function elsewhere({ draft }: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  const typed = typedIn(draft, piece, step);
  // A pin says where it runs.
  if (typed === undefined || isFar(piece.on)) return null;
  // SQL is no shell, whoever says that it is typed here.
  const answers = DOUBT_ANSWERS.elsewhere.filter((answer) => answer !== 'here' || !typed.program || areCommands(draft, typed));
  return { text: piece.on?.kind === 'elsewhere' ? placeWords(piece.on) : typed.place.join(', then '), at: placeOf(draft, Math.max(piece.start, typed.start)), answers };
}

/** Whether lines are shell after all: only a prompt says that they are none, and each begins with a program. What looked like the prompt of a program is that of a shell then: `shop-prod> systemctl restart web`. */
function areCommands({ code }: CommandDraft, { start, end, openers }: TypedElsewhere): boolean {
  const lines = code.text.slice(start, end).split('\n').filter((line) => line.trim() !== '');
  return openers.length === 0 && lines.length > 0 && lines.every((line) => isProgram(line.trim().split(/\s/)[0] ?? ''));
}
