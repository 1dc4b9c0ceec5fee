import type { Effect } from '../../model/index.ts';
import { orderedVerb } from '../markdown/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { COUNTS, IN_TURN, MENU_HEADING, PUT_BACK } from './choice-words.ts';

/** What is asked of the sections around a heading. */
interface Around {
  /** What the section that holds them is called; the title of the file where none does. */
  readonly above: string;
  readonly isTrouble: (heading: string) => boolean;
  /** The effects of the commands in a section and below it. */
  readonly effectsIn: (section: SectionDraft) => ReadonlySet<Effect>;
}

/**
 * The sections side by side that are ways out of one trouble, of which nobody takes all: orders below "Mitigation", or below what names the trouble, two or more of which destroy.
 * They are a sequence where a heading counts or tells its turn, or one puts back what another did.
 */
export function waysOut(siblings: readonly SectionDraft[], { above, isTrouble, effectsIn }: Around): readonly SectionDraft[] {
  if (siblings.length < 2 || !(MENU_HEADING.test(above) || isTrouble(above))) return [];
  const acting = siblings.filter((section) => orderedVerb(section.heading) !== null && [...effectsIn(section)].some((effect) => effect !== 'reads'));
  const destroying = acting.filter((section) => effectsIn(section).has('destroys'));
  const headings = acting.map(({ heading }) => heading);
  const inTurn = headings.some((heading) => COUNTS.test(heading) || IN_TURN.test(heading)) || putsBack(headings);
  return destroying.length < 2 || inTurn ? [] : acting;
}

/** Whether one heading puts back what another before it did: "Stop the writers", then "Start the writers". */
function putsBack(headings: readonly string[]): boolean {
  const verbs = headings.map((heading) => orderedVerb(heading));
  return verbs.some((verb, index) => verb !== null && verbs.slice(0, index).some((before) => verb === `un${before ?? ''}` || PUT_BACK.some((pair) => pair[0] === before && pair[1] === verb)));
}
