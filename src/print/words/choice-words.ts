import type { SectionChosen } from '../../events/index.ts';

/** Says what was chosen among alternatives; for a menu that was left, what was chosen from it. */
export function choiceWords({ choice, chosen = [], reason, reopened, leftOut }: Pick<SectionChosen, 'choice' | 'chosen' | 'reason' | 'reopened' | 'leftOut'>): string {
  if (choice !== null) return choice;
  if (reopened === true) return 'asked again';
  const noMore = chosen.length === 0 ? 'none of them' : `no more of them, after ${chosen.join(', ')}`;
  const none = leftOut === true ? 'left out again' : noMore;
  return reason === undefined ? none : `${none}, ${reason}`;
}
