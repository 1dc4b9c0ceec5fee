import { enclosingSections, having, NUMBER } from '../../../model/index.ts';
import { IN_ORDER, isCounted, isTrouble, makeRow, playsNoPart, withoutNumber } from '../../alternatives/index.ts';
import { isOrder, namesTask, wordsOf } from '../../markdown/index.ts';
import { levelOf, type Role, type SectionDraft } from '../../sections/index.ts';
import { IS_PART } from '../places/index.ts';
import { letteredTitle, nameThings } from './one-thing.ts';
import { tasksOfTitle } from './tasks-of-title.ts';
import { hasUndoing } from './undoes.ts';

/** What is known of a document's sections when they are judged. */
export interface CaseSources {
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly Role[];
  readonly title: string;
  /** The section under the title. */
  readonly titled: number;
  /** The sections in which something acts, directly. */
  readonly acting: ReadonlySet<number>;
  /** Those in which something is destroyed; while siblings are judged, also those around them. */
  readonly destroying: ReadonlySet<number>;
}

/** A heading that says how things are, and is no question: "The old primary came back", "Data already written". */
const STATE = /^(?!(?:how|what|when|where|which|who|why|if|things|all|everything)\b).*\s(?:did|does|do not|is|are|was|were|has|have|had|came|went|cannot|can['’]t|won['’]t|no longer|already)\b/i;
/** How several things are, without a verb between: "Export files truncated", "Sync clients disconnecting", "Build agents offline". What begins with the same word as an order may be one of these. */
const THINGS_ARE = /^(?:(?!(?:the|an?|all|each|every|your|our|any|both)\b)[a-z-]+\s){1,3}(?<=[a-z](?<!s)s\s)(?:(?:never|not|still|always)\s)?(?:[a-z]{2,}(?:ing|ed|tten|zen|len|ken)|missing|empty|offline|gone|late|stale|idle|slow|behind|down)(?<!\b(?:needed|required|used|affected|listed))(?:\s(?:up|down|out|off|away|behind))?$/i;
/** An order to mend one of several that is broken: "Replace a failed disk", "Revoke a leaked key". */
const MENDS_ONE = having(
  'fail|dead|stuck|lost|broken|compromis|leak|expos|expir|corrupt|unhealthy|crash|hung|orphan|stale|faulty|unreachable|stolen|wedged',
  /\ban?\s(?<broken>fail(?:ed|ing)|dead|stuck|lost|broken|compromised|leaked|exposed|expired|corrupt(?:ed)?|unhealthy|crash(?:ed|ing)|hung|orphaned|stale|faulty|unreachable|stolen|wedged)\s[a-z]/i,
);
/** Headings over all that is done, in order. */
const ALL_STEPS = having('step|procedure|process|instruction|execution|walk|checklist|sequence|workflow', new RegExp(String.raw`^${NUMBER}(?:the\s+)?(?:[\w-]+\s+)?(?:steps|procedure|process|instructions|execution|walk-?through|checklist|sequence|workflow)\b`, 'i'));
/** A way that is called better than the others beside it: "In place (recommended)". A step that is recommended is an order. */
const PREFERRED = /\((?:strongly )?(?:recommended|preferred|default|fastest|safest|easiest|slow(?:er)?|fast(?:er)?)\)$/i;
/** What something is had from: "From a snapshot" beside "From the nightly copy". */
const ORIGIN = /^from\s\S/i;
/** Kinds of one thing: "Full restore" beside "Partial restore". Old and new are parts of one move. */
const OF_A_KIND = /\b(?:(?:un)?planned|(?:in)?complete|full|partial|total|minor|major|fast|slow|quick|short|long|simple|manual|automat(?:ic|ed)|existing|(?:un)?graceful|forced|soft|hard|hot|cold|online|offline|single|multiple|severity|standard|normal|regular|emergency|urgent|(?:more|less|fewer) than|(?:small|larg|bigg|old|new|low|high)er)\b/i;
const EACH_KIND = new RegExp(OF_A_KIND, 'gi');

/**
 * The sections that are each for a case of their own, since nothing calls them a part of what is done: a heading that names a trouble, or a thing ("Legacy clusters", "Black Friday") where neither the title nor a heading around it names a task that it could be a part of.
 * A doubt is cheap there, and what acts in them is not.
 */
export function ownCases(sources: CaseSources): ReadonlySet<number> {
  const { sections, titled } = sources;
  const around = (inner: ReadonlySet<number>): ReadonlySet<number> => new Set([...inner].flatMap((index) => enclosingSections(sections, index).map((section) => section.index)));
  const [acting, destroying] = [around(sources.acting), around(sources.destroying)];
  const judged = sections.filter(({ index, depth, heading }) => acting.has(index) && depth > 0 && index !== titled && heading !== '');
  const siblings = Map.groupBy(judged, levelOf);
  return new Set([...siblings.values()].flatMap((group) => [...casesAmong({ ...sources, destroying }, group), ...tasksOf(sources, group), ...mendsOne(sources, group)]).map(({ index }) => index));
}

/** Sections that mend one of several that is broken, of which the title does not speak. A count makes a step of it. */
function mendsOne({ title }: CaseSources, group: readonly SectionDraft[]): readonly SectionDraft[] {
  return group.filter(({ heading }) => {
    const broken = MENDS_ONE.exec(heading)?.groups?.['broken'];
    return broken !== undefined && !isCounted(heading) && !title.toLowerCase().includes(broken.slice(0, 4).toLowerCase());
  });
}

/** Sections that are each one of several tasks that the heading above them names, or the title. */
function tasksOf({ sections, title, titled }: CaseSources, group: readonly SectionDraft[]): readonly SectionDraft[] {
  const parent = group[0]?.parent ?? titled;
  return tasksOfTitle(parent === titled ? title : (sections[parent]?.heading ?? ''), group);
}

/** Which of sections that stand beside each other are each for a case of their own. */
function casesAmong(sources: CaseSources, group: readonly SectionDraft[]): readonly SectionDraft[] {
  const troubles = group.filter(({ heading }) => isTrouble(heading) || THINGS_ARE.test(withoutNumber(heading)) || (STATE.test(heading) && !isOrder(heading) && !IN_ORDER.test(heading)));
  const kinds = kindsAmong(sources, group);
  const told = new Set([...troubles, ...kinds]);
  const others = group.filter((section) => !told.has(section));
  const named = others.filter((section) => isName(sources, section));
  const collected = isCollection(sources, group) ? group.filter((section) => isOfCollection(sources, section)) : [];
  // What stands beside a trouble, or beside kinds of one thing, is another of them.
  if (troubles.length > 0 || kinds.length > 0) return [...troubles, ...kinds, ...collected, ...named.filter(({ heading }) => troubles.length > 0 || !isCounted(heading))];
  if (collected.length > 0) return collected;
  const things = named.filter(({ heading }) => !isCounted(heading) && !namesTask(heading));
  const [first] = things;
  if (first === undefined || !isPartOfTask(sources, first)) return things;
  const whole = group.find((section) => isWholeTask(sources, section));
  return things.filter(({ index }) => whole !== undefined && index > whole.index);
}

/** Whether sections right below a title that names neither a task nor a trouble ("Redis") are small procedures, of which one is wanted: two of them act, one of which destroys, and nothing makes a row of them. */
function isCollection(sources: CaseSources, group: readonly SectionDraft[]): boolean {
  const { title, titled, acting, destroying } = sources;
  const [first] = group;
  if (first === undefined || (first.parent !== null && first.parent !== titled) || isTrouble(title) || namesTask(title)) return false;
  const small = group.filter((section) => isOfCollection(sources, section));
  // "Add a node" and "Remove a node" alone may well be done in a row.
  const isRow = makeRow(group.map(({ heading }) => heading)) || (small.length < 3 && hasUndoing(small.map(({ heading }) => heading)));
  return !isRow && small.filter(({ index }) => acting.has(index)).length > 1 && small.some(({ index }) => destroying.has(index));
}

/** Whether a section is one of a collection. */
function isOfCollection(sources: CaseSources, section: SectionDraft): boolean {
  return playsNoPart(sources.roles[section.index], section.heading) && !isCounted(section.heading);
}

/** Whether a heading is a name, and neither an order nor the part that its section plays. A deed is a name too. */
function isName(sources: CaseSources, section: SectionDraft): boolean {
  const words = withoutNumber(section.heading);
  return playsNoPart(sources.roles[section.index], section.heading) && !IS_PART.test(words) && !isOrder(words) && !(/^\w+ing\b/i.test(words) && namesTask(words));
}

/** Whether a heading above says what is done in order, or the title names a task: what stands below are its parts. */
function isPartOfTask({ sections, title, titled }: CaseSources, section: SectionDraft): boolean {
  const above = enclosingSections(sections, section.parent ?? -1).filter(({ index }) => index !== titled);
  return above.some(({ heading }) => ALL_STEPS.test(heading) || isCounted(heading) || namesTask(heading)) || (namesTask(title) && !isTrouble(title));
}

/** Whether a section is all of the task: "Steps", or "Restart" in "Restart the gateway". What comes after it is something else. */
function isWholeTask({ title, acting }: CaseSources, { index, heading }: SectionDraft): boolean {
  const named = new Set(wordsOf(title));
  return acting.has(index) && (ALL_STEPS.test(heading) || (namesTask(heading) && wordsOf(heading).every((word) => named.has(word))));
}

/** Siblings that are each a kind of one thing, which both name: "Minor upgrade" and "Major upgrade", or each a way to one end. */
function kindsAmong(sources: CaseSources, group: readonly SectionDraft[]): readonly SectionDraft[] {
  const ways = group.filter((section) => !isCounted(section.heading) && playsNoPart(sources.roles[section.index], section.heading));
  if (ways.length > 1 && ways.some(({ heading }) => PREFERRED.test(heading) && !isOrder(heading))) return ways;
  const origins = ways.filter(({ heading }) => ORIGIN.test(heading));
  if (origins.length > 1) return origins;
  const kinds = group.filter(({ heading }) => !isCounted(heading) && OF_A_KIND.test(heading));
  const negated = inSeveralForms(group, (words) => words.map((word) => word.replace(/^un/, '')).join(' ')).filter(({ heading }) => !isOrder(heading));
  const turned = inSeveralForms(group.filter(({ heading }) => wordsOf(heading).length > 2), (words) => words.toSorted().join(' '));
  return [...negated, ...turned, ...sharingThings(kinds), ...lettered(sources, group)];
}

/** Those with one number and letters that each name a thing: "2a. New kernel" beside "2b. Old kernel". */
function lettered({ sections }: CaseSources, group: readonly SectionDraft[]): readonly SectionDraft[] {
  const [first] = group;
  if (first === undefined || group.every(({ heading }) => letteredTitle(heading) === null)) return [];
  const siblings = sections.filter((section) => levelOf(section) === levelOf(first));
  const titles = Map.groupBy(siblings.flatMap(({ heading }) => letteredTitle(heading) ?? []), ({ number }) => number);
  return group.filter(({ heading }) => nameThings((titles.get(letteredTitle(heading)?.number ?? '') ?? []).map(({ title }) => title)));
}

/** The sections beside which another has the same heading in another form: "Blue to green" beside "Green to blue", "Controlled" beside "Uncontrolled". `formless` makes the forms of a heading the same. */
function inSeveralForms(group: readonly SectionDraft[], formless: (words: readonly string[]) => string): readonly SectionDraft[] {
  const alike = Map.groupBy(group, ({ heading }) => formless(wordsOf(heading)));
  return [...alike.values()].filter((same) => new Set(same.map(({ heading }) => wordsOf(heading).join(' '))).size > 1).flat();
}

/** The sections of which another names a thing too; those that name none are of one kind. */
function sharingThings(kinds: readonly SectionDraft[]): readonly SectionDraft[] {
  const named = kinds.map((section) => ({ section, things: thingsIn(section.heading) }));
  const sections = Map.groupBy(named.flatMap(({ things }) => [...things]), (thing) => thing);
  const without = named.filter(({ things }) => things.size === 0);
  return named.filter(({ things }) => (things.size === 0 ? without.length > 1 : [...things].some((thing) => (sections.get(thing)?.length ?? 0) > 1))).map(({ section }) => section);
}

/** The words of a heading but for those that say its kind. */
function thingsIn(heading: string): ReadonlySet<string> {
  return new Set(wordsOf(heading.replace(EACH_KIND, ' ')).filter((word) => word.length > 3));
}
