import type { Effect } from '../../model/index.ts';
import { isOrder, namesTask, wordsOf } from '../markdown/index.ts';
import type { Role, SectionDraft } from '../sections/index.ts';
import { isCounted, makeRow, playsNoPart, withoutNumber } from './part-words.ts';
import { putsBack } from './ways-out.ts';

/** What is done to several things where the title has one word for it: "Secret rotation". */
const DONE_TO_EACH = /^(?:rotation|renewal|revocation|reset)s?$/;

/** Whether a heading names one of the things that the title speaks of in the plural: "JWT signing secret" in "Rotate secrets" or "Secret rotation". Several of them may be the first half: "Control nodes" in "Upgrade the nodes". */
function isOneOfSeveral(heading: string, title: string): boolean {
  const words = wordsOf(withoutNumber(heading));
  const last = words.at(-1) ?? '';
  const thing = last.replace(/(?<=[^s])s$/, '');
  const named = wordsOf(title);
  const isSeveral = named.some((word, index) => (word === `${thing}s` && thing === last) || (word === thing && DONE_TO_EACH.test(named[index + 1] ?? '')));
  return thing.length > 2 && words.length > 1 && isSeveral && !isOrder(heading);
}

/** What is asked of a file whose title names a task. */
interface Titled {
  readonly title: string;
  readonly roles: readonly Role[];
  /** The effects of the commands in a section and below it. */
  readonly effectsIn: (section: SectionDraft) => ReadonlySet<Effect>;
}

/** The sections right below a title that names a task for several things, each for one of them ("Rotate secrets": "JWT secret", "Controller CA"), where two act, one of which destroys, and nothing makes a row of them. */
export function thingsOfTitle(siblings: readonly SectionDraft[], { title, roles, effectsIn }: Titled): readonly SectionDraft[] {
  const headings = siblings.map(({ heading }) => heading);
  if (!namesTask(title) || !headings.some((heading) => isOneOfSeveral(heading, title)) || makeRow(headings) || putsBack(headings)) return [];
  const each = siblings.filter(({ index, heading }) => playsNoPart(roles[index], heading) && !isCounted(heading));
  const effects = each.map(effectsIn);
  const acting = effects.filter((found) => [...found].some((effect) => effect !== 'reads'));
  return acting.length > 1 && effects.some((found) => found.has('destroys')) && each.some(({ heading }) => isOneOfSeveral(heading, title)) ? each : [];
}
