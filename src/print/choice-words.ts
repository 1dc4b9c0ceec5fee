import type { SectionChosen } from '../events/index.ts';

/** Says what was chosen among alternatives; for a menu that was left, what was chosen from it. */
export function choiceWords({ choice, chosen = [] }: Pick<SectionChosen, 'choice' | 'chosen'>): string {
  if (choice !== null) return choice;
  return chosen.length === 0 ? 'none of them' : `no more of them, after ${chosen.join(', ')}`;
}
