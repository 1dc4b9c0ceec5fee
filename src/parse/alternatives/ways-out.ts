import type { Effect } from '../../model/index.ts';
import { orderedVerb } from '../markdown/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { COUNTS, MENU_HEADING, PUT_BACK, TELLS_TURN } from './choice-words.ts';
import { isTrouble } from './is-trouble.ts';

/** What is asked of the sections around a heading. */
interface Around {
  /** What the section that holds them is called; the title of the file where none does. */
  readonly above: string;
  /** The effects of the commands in a section and below it. */
  readonly effectsIn: (section: SectionDraft) => ReadonlySet<Effect>;
}

/**
 * The sections side by side that are ways out of one trouble, of which nobody takes all: orders below "Mitigation", or below what names the trouble, two or more of which destroy.
 * They are a sequence where a heading counts or tells its turn, or one puts back what another did.
 */
export function waysOut(siblings: readonly SectionDraft[], { above, effectsIn }: Around): readonly SectionDraft[] {
  if (siblings.length < 2 || !(MENU_HEADING.test(above) || isTrouble(above))) return [];
  const orders = siblings.filter(({ heading }) => orderedVerb(heading) !== null).map((section) => ({ section, effects: effectsIn(section) }));
  const acting = orders.filter(({ effects }) => [...effects].some((effect) => effect !== 'reads'));
  const headings = acting.map(({ section: { heading } }) => heading);
  const inTurn = headings.some((heading) => COUNTS.test(heading) || TELLS_TURN.test(heading)) || putsBack(headings);
  return inTurn || acting.filter(({ effects }) => effects.has('destroys')).length < 2 ? [] : acting.map(({ section }) => section);
}

/** Whether one heading puts back what another before it did: "Stop the writers", then "Start the writers". */
export function putsBack(headings: readonly string[]): boolean {
  const verbs = headings.map((heading) => orderedVerb(heading));
  return verbs.some((verb, index) => verb !== null && verbs.slice(0, index).some((before) => verb === `un${before ?? ''}` || PUT_BACK.some((pair) => pair[0] === before && pair[1] === verb)));
}
