import type { Plan } from '../types.ts';
import { whyNotChosen } from './alternatives.ts';

/** The sections of alternatives that were not taken, with those in them, and why. Also those of words alone, which no step puts out of the plan; of a menu only once it was left. */
export function unchosenSections({ runbook, request, alternatives }: Plan): ReadonlyMap<number, string> {
  const unchosen = new Map<number, string>();
  for (const { group, chosen } of alternatives) {
    const isOver = request.declined?.includes(group.index) === true || (chosen.length > 0 && !group.menu);
    if (!isOver) continue;
    const taken = group.choices.flatMap(({ label }, index) => (chosen.includes(label) ? [index] : []));
    const others = group.choices.filter((_, index) => !taken.includes(index));
    for (const { section } of others) if (section !== null) unchosen.set(section, whyNotChosen(runbook, group, taken));
  }
  for (const { index, parent } of runbook.sections) {
    const why = parent === null ? undefined : unchosen.get(parent);
    if (why !== undefined) unchosen.set(index, why);
  }
  return unchosen;
}

/** The sections of alternatives that were taken. */
export function takenSections({ alternatives }: Plan): readonly number[] {
  return alternatives.flatMap(({ group, chosen }) => group.choices.flatMap(({ label, section }) => (section !== null && chosen.includes(label) ? [section] : [])));
}
