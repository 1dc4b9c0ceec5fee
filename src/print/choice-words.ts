import type { SectionChosen } from '../events/index.ts';

/** What was chosen among alternatives; a menu that is left says what was chosen of it. */
export function choiceWords({ choice, chosen = [] }: Pick<SectionChosen, 'choice' | 'chosen'>): string {
  if (choice !== null) return choice;
  return chosen.length === 0 ? 'none of them' : `no more of them, after ${chosen.join(', ')}`;
}
