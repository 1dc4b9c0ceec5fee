import { beginningWith, enclosingSections, having, isAscii, oneOf } from '../../../model/index.ts';
import { namesTask, OPPOSITES, saysWhatToDo } from '../../markdown/index.ts';
import { IS_ROLLBACK } from '../../sections/index.ts';
import type { DoubtSources } from '../sources.ts';

/** What sets something going, and what undoes it; an environment, and one that is changed before it and not after. */
const PAIRS: readonly (readonly [on: string, off: string])[] = [
  ...OPPOSITES,
  ['on', 'off'],
  ['enabling', 'disabling'],
  ['true', 'false'],
  ['block', 'unblock'],
  ['lock', 'unlock'],
  ['production', 'staging'],
  ['prod', 'staging'],
  ['up', 'down'],
  ['upgrade', 'downgrade'],
  ['backup', 'restore'],
];
/** What a label of one word takes back, below what makes it: "Back up the keys:", then "Restore:". "Stop:" and "Start:" may well be a sequence, and so may a dump and its import. */
const TAKEN_BACK: readonly (readonly [label: RegExp, made: RegExp])[] = [
  [/^(?:to )?restore$/i, /\b(?:back(?:ing)?[ -]?up|backups?|snapshots?)\b/i],
  [/^to (?:restore|import)$/i, /\b(?:dump|export)s?\b/i],
  [/^(?:to )?(?:uninstall|delete|destroy|tear ?down)$/i, /\b(?:install|create|deploy|provision|set up)\b/i],
  [/^(?:to )?(?:disable|deactivate|turn off)$/i, /\b(?:enable|activate|turn on)\b/i],
  [/^(?:to )?downgrade$/i, /\bupgrade\b/i],
  [/^(?:to )?remove$/i, /\b(?:install|create|add)\b/i],
  [/^(?:to )?revoke$/i, /\bgrant\b/i],
];
/** "Unblock", "To unmount". */
const TURNED_BACK = /^(?:to )?un(?<verb>[a-z]{3,})$/i;
/** What takes back whatever was done: "Revert", "To put the old table back". */
const GOES_BACK = oneOf(
  beginningWith('to|revert|undo|roll|rollback', /^(?:to )?(?:revert|undo|roll-?\s?back)$/i),
  having('back', /^to\s(?:put|switch|set|change|turn|go|move|fail|flip|roll)\s(?:[\w-]+\s){0,5}back(?:\s(?:to|on|onto|in|into)\s[^,;]*)?$/i),
  having('return', /^to\sreturn\s(?:[\w-]+\s){0,3}to\s[^,;]*$/i),
);
const MAKES = /^(?:deploy(?:ment|ing)?|creat(?:e|ing|ion)|install(?:ation|ing)?|provision(?:ing)?|set(?:ting)?[ -]?up|launch(?:ing)?)\b/i;
const UNMAKES = /^(?:delet(?:e|ing|ion)|destroy(?:ing)?|tear(?:ing)?[ -]?down|decommission(?:ing)?|uninstall(?:ation|ing)?)\b(?!.*\b(?:old|previous|former|existing)\b)/i;
/** What is looked at or set up in turn is no way of one thing. */
const BEGINS = /^(?!(?:check|verify|confirm|test|monitor|creat|make|mak|install|configur|updat|add|prepar)(?:e|ing)?\b)(?<word>[a-z]{3,30})\s+(?!\d|(?!a\s)[a-z]\b)/i;
const TURNED: ReadonlySet<string> = new Set(PAIRS.map((pair) => pair.join(' ')));
/** Each word of a pair, by one that stands for both. */
const EITHER: ReadonlyMap<string, string> = new Map(PAIRS.flatMap(([on, off]) => [[on, off], [off, off]]));

/** Whether a sentence says the same as the one before it, turned round: "to turn it on", then "to turn it off". Numbered ones are a sequence. */
export function undoes(text: string, before: string): boolean {
  const label = labelOf(text);
  const verb = TURNED_BACK.exec(label)?.groups?.['verb']?.toLowerCase();
  if (TAKEN_BACK.some(([takes, made]) => takes.test(label) && made.test(before)) || (verb !== undefined && wordsOf(before).includes(verb))) return true;
  const [words, earlier] = [wordsOf(text), wordsOf(before)];
  if (words.length < 2 || words.length !== earlier.length || /^(?:\d|step)/i.test(text)) return false;
  const turned = words.map((word, index) => isTurned(earlier[index] ?? '', word, index));
  return turned.includes(true) && words.every((word, index) => turned[index] === true || word === earlier[index]);
}

/** Whether a word is that of the sentence before turned round. What begins with "un" may stand first only further on: "Cordon it (mark it unschedulable)", "Uncordon it (mark it schedulable)". */
function isTurned(before: string, word: string, index: number): boolean {
  return TURNED.has(`${before} ${word}`) || (before !== '' && word === `un${before}`) || (index > 0 && before === `un${word}`);
}

/** What a task is the opposite of as a whole: "Adding a node" and "Removing a node". */
const OTHER_TASKS: readonly (readonly [string, string])[] = [...OPPOSITES, ['add', 'remove'], ['create', 'delete'], ['create', 'remove'], ['create', 'destroy'], ['grant', 'revoke'], ['open', 'close'], ['onboard', 'offboard'], ['upgrade', 'downgrade'], ['register', 'deregister'], ['join', 'leave'], ['promote', 'demote'], ['expand', 'shrink'], ['allow', 'deny'], ['up', 'down'], ['on', 'off']];
const OPPOSITE_DEEDS: ReadonlySet<string> = new Set(OTHER_TASKS.flatMap(([one, other]) => [`${stemOf(one)} ${stemOf(other)}`, `${stemOf(other)} ${stemOf(one)}`]));
/** Words that name nothing: "Close it again". */
const NAMES_NOTHING: ReadonlySet<string> = new Set(['a', 'an', 'the', 'it', 'them', 'this', 'that', 'one', 'again', 'afterwards', 'later']);

/** Whether a heading is the opposite of the title, for the same thing: another task of the file, done at another time. */
export function isOppositeOf(title: string, heading: string): boolean {
  const [verb = '', ...what] = deedWords(title);
  const [other = '', ...rest] = deedWords(heading);
  const areOpposites = (one: string, two: string): boolean => OPPOSITE_DEEDS.has(`${one} ${two}`) || (one !== '' && (two === `un${one}` || one === `un${two}`));
  // "Stop and start the web" is both.
  if (what.includes(other)) return false;
  // "Scale up" and "Scale down" are turned in their second word.
  const isSameVerb = verb === other && areOpposites(what[0] ?? '', rest[0] ?? '');
  return (isSameVerb || areOpposites(verb, other)) && rest.slice(isSameVerb ? 1 : 0).every((word) => NAMES_NOTHING.has(word) || what.includes(word));
}

/** The words of "How to add a node" from the verb on, in the form that "Adding" has too. */
function deedWords(text: string): readonly string[] {
  return wordsOf(bare(text).replace(/^(?:(?:how )?to|the)\s/i, '')).map(stemOf);
}

function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|e)$/, '') : word;
}

/** Whether a sentence is a label that takes back whatever stands above it: "Revert:", "# Rollback". */
export function goesBack(text: string): boolean {
  return GOES_BACK.test(labelOf(text));
}

/** Whether what stands here is a way back as a whole, as its headings or the title say: there "Roll back:" is a step. */
export function isWayBack({ sections, draft, titled }: DoubtSources): boolean {
  return [sections[titled], ...enclosingSections(sections, draft.section)].some((section) => section !== undefined && IS_ROLLBACK.test(section.heading));
}

/** A label without what is remarked of it: "restore (into a fresh volume)". */
function labelOf(text: string): string {
  return text.trim().replace(/[\s:.]+$/, '').replace(/\s*\([^()]*\)$/, '').replace(/[\s:.]+$/, '');
}

/** Whether one of many sentences undoes another, in whatever order. Only those can that are alike but for the sides of pairs. */
export function hasUndoing(texts: readonly string[]): boolean {
  const alike = Map.groupBy(new Set(texts.map((text) => wordsOf(text).join(' '))), (words) => words.split(' ').map((word) => EITHER.get(word) ?? word).join(' '));
  return [...alike.values()].some((same) => same.some((text) => same.some((other) => undoes(text, other))));
}

/** Whether a heading takes something away for good, unless it is what was there before: "Delete the dev environment". */
export function unmakes(heading: string): boolean {
  return UNMAKES.test(bare(heading));
}

const PUTS_BACK = /^(?:restor(?:e|ing|ation)|recover(?:y|ing)?)\b/i;
const SAVES = /\b(?:back(?:ing)?[ -]?ups?|snapshots?)\b/i;
const TAKES_BACK = /^(?:cancel(?:l?ing|lation)?|abort(?:ing)?|back(?:ing)? out|withdraw(?:ing)?)\b/i;

/** Whether a heading takes back what is done elsewhere: "Cancel", "Abort the drain". */
export function takesBack(heading: string): boolean {
  return TAKES_BACK.test(bare(heading));
}

/** Whether a heading puts back what another may save: "Restore from backup" below "Manual backup". What is numbered is a sequence. */
export function putsBack(heading: string): boolean {
  return PUTS_BACK.test(heading) && !/^\d/.test(heading);
}

/** Whether a sentence or a comment puts back what the one before it saves, in a file that is about a thing: "# Restore the volume" below "# Back up the volume". A task may well have both. */
export function putsBackSaved(text: string, before: string, { sections, titled }: DoubtSources): boolean {
  return putsBack(text) && saves(before) && !namesTask(sections[titled]?.heading ?? '');
}

/** Whether a heading saves something: "Manual backup". */
export function saves(heading: string): boolean {
  return SAVES.test(heading);
}

/** Whether a heading makes something: "Deploy (dev)". */
export function makes(heading: string): boolean {
  return MAKES.test(bare(heading));
}

/** The verb that a heading begins with: sections that begin alike are ways or cases of one thing. */
export function verbOf(heading: string): string | null {
  return saysWhatToDo(bare(heading)) || (/^\w+ing\b/i.test(bare(heading)) && namesTask(bare(heading))) ? (BEGINS.exec(bare(heading))?.groups?.['word']?.toLowerCase() ?? null) : null;
}

/** A heading without the signs before it: `> Create a user`. */
function bare(heading: string): string {
  return heading.replace(isAscii(heading) ? /^[^a-z\d]+/i : /^[^\p{L}\p{N}]+/u, '');
}

function wordsOf(text: string): readonly string[] {
  // Letters of every alphabet take V8 long to compile.
  return text.toLowerCase().split(isAscii(text) ? /[^a-z\d_-]+/ : /[^\p{L}\p{N}_-]+/u).filter((word) => word !== '');
}
