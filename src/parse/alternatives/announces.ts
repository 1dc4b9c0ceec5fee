import { beginningWith, having, oneOf } from '../../model/index.ts';
import { saysWhatToDo } from '../markdown/index.ts';

/** What a sentence says of the sections or the items below it: one of them is wanted, or any number, one at a time. */
export type Announced = 'one' | 'any';

const NUMBERS = ['two', 'three', 'four', 'five', 'six'];
const NUMBER = String.raw`(?:${NUMBERS.join('|')}|[2-6])`;
/** What is chosen among. */
const WAYS_WORDS = 'options|ways|methods|possibilities|alternatives|approaches|choices|strategies|remedies|levers|fixes|mitigations|countermeasures|workarounds';
const WAYS = `(?:${WAYS_WORDS})`;
/** One of them. */
const A_WAY = String.raw`(?:option|way|method|possibility|alternative|approach|choice|strategy|remedy|lever|fix|mitigation|workaround|procedure|action|section|branch|case|scenario|path|one)`;

/** All are wanted, or the sentence counts something else. */
const ALL = /(?<!\bnot )\b(?:all|both|each|every(?! time)|none)\b|\b(?:of|for|has|have|are) (?:\w+ ){1,3}(?:reasons|causes|kinds|types)$/i;
/** What is broken off where it fails is a sequence: "Stop as soon as one of them fails". */
const BREAKS_OFF = having('stop|abort|halt', /\b(?:stop|abort|halt)\b.*\b(?:fails?|errors?|breaks?|refuses?|complains?)\b/i);
/** What is told of one thing and of the other: "One of them keeps its data, the other one loses it". */
const TELLS_OF_BOTH = having('other', /^one of (?:them|these|those)\s(?!(?:is|does|suffices|applies|works|helps|fits)\b)\w+s\s[^.:]*\bthe others?(?: ones?)?\s/i);
/** Options of a command or a file. */
const OF_A_PROGRAM = /\b(?:command|configuration|config|mount|build|boot|kernel|cli|shell|curl|startup|compiler|flags? and) (?:line )?options\b/i;

const IS_ONE = oneOf(
  // "You have three choices", "There are several ways out of this", "more than one way".
  having(WAYS_WORDS, new RegExp(String.raw`\b(?:${NUMBER}|several|a few)\s+(?:[\w-]+\s+){0,2}?${WAYS}\b`, 'i')),
  having('more than one', new RegExp(String.raw`\bmore than one ${A_WAY}\b`, 'i')),
  // "Do one of three things", "Only one of these is needed", "Use either method".
  having(' of ', new RegExp(String.raw`\b(?:one|either(?: one)?|any(?: one)?) of (?:these|those|the following|them|(?:the )?${NUMBER} things)\b`, 'i')),
  having('either', new RegExp(String.raw`\beither ${A_WAY}\b`, 'i')),
  having('one of|either', /(?:^|,\s*|\b(?:do|use|with|in|by) )(?:one of|either(?: one)?(?: of)?):?$/i),
  // "Choose one", "Pick between", "You never need more than one".
  having('choose|pick|select', /(?:^|,\s*|\b(?:and|then) )(?:choose|pick|select) (?:one|between|among|from)\b/i),
  having('never', /\bnever (?:need |run |use |do )?more than one\b/i),
);

const IS_ANY = oneOf(
  // "Possible remedies", "The on-call has these levers", "Options, from the least disruptive".
  having(WAYS_WORDS, new RegExp(String.raw`\b${WAYS}\b`, 'i')),
  beginningWith('possible|potential|available|suggested', /^(?:possible|potential|available|suggested) (?:\w+\s+)?(?:actions|measures|steps|responses|interventions|procedures)\b/i),
  // "Pick a strategy", "Use the section that matches the error", "Go to the section for your environment".
  having('whichever', /\bwhichever\b/i),
  beginningWith('choose|pick|select', new RegExp(String.raw`^(?:choose|pick|select) (?:an?|the|your) (?:[\w-]+\s+){0,2}?(?!one\b)${A_WAY}\b`, 'i')),
  having('fit|appl|match|suit|work|help|correspond', new RegExp(String.raw`\b(?:${A_WAY}s?|those|ones)\s+(?:below\s+)?(?:that|which)\s+(?:do not |don['’]t |does not |doesn['’]t )?(?:best\s+)?(?:fits?|appl(?:y|ies)|match(?:es)?|suits?|works?|helps?|corresponds?)\b`, 'i')),
  having('matching|appropriate|relevant|right|suitable|applicable', new RegExp(String.raw`\b(?:matching|appropriate|relevant|right|suitable|applicable) ${A_WAY}\b`, 'i')),
  having('your|affected|respective|relevant', /^(?:usage:\s+)?(?:only\s)?(?:run|use|execute|follow|take|do|apply)\s(?:only\s)?(?:the|that)\s(?:block|section|command|part|snippet|step|one)s?\s(?:below\s)?(?:for|of|with|that match(?:es)?|matching|named after)\s(?:your|the (?:affected|respective|relevant))\b/i),
  beginningWith('go|jump|skip|turn', /^(?:go|jump|skip|turn) to the (?:section|case|procedure|scenario|part) (?:for|of|with|on)\b/i),
  // "Which one you need depends on the cause", "Which applies is decided by the code", "Use your judgement".
  having('depends on|decided by|determined by|told by', new RegExp(String.raw`\b(?:which|what|${A_WAY})\b.*\b(?:depends on|is (?:decided|determined|told) by)\b`, 'i')),
  beginningWith('depending on', /^depending on [^,]*(?::$|, (?:do|use|follow|choose|take|apply)\b)/i),
  having('which|judgement|judgment', /\bnot (?:sure|certain) which\b|\bunsure which\b|\buse your (?:own )?judge?ment\b/i),
  // "Not all of these are needed", "Usually the first is enough", "a purge is the last resort".
  having(' of ', /\b(?:not all|some|many|most) of (?:these|those|them|the following)\b/i),
  having('enough|sufficient|last resort|prefer', /\bis (?:usually |often |mostly )?(?:enough|sufficient)\b|\blast resort\b|\bprefer the (?:first|second|last|former|latter)\b/i),
  // "Try these in order until it moves", "Things to try", "Stop as soon as one of them works".
  beginningWith('try', /^try (?:these|them|the (?:following|sections|steps|items)|one)\b.*\b(?:order|until|after)\b/i),
  having('until', /^(?:try|work|go|move|escalate|step) .*\buntil\b/i),
  having('try|consider|help', /\b(?:things|actions|measures|steps|remedies|ideas) (?:that )?(?:(?:you|we|one) (?:can|could|may|might) |to |which )?(?:try|consider|help(?:ed)?)\b/i),
  having('done|tried|taken|help', /\b(?:things|actions|measures|steps|following)\b.*\b(?:can|may|might|could) (?:also )?(?:be (?:done|tried|taken)|help)\b/i),
  having('helped|worked|success', /\b(?:these|those|this|things|actions|measures|steps|what|one|ones|of them|following)\b.*\b(?:have|has|had) (?:helped|worked|success)\b/i),
  having('stop', /\bstop (?:as soon as|when|once) (?:one|any|it|that)\b/i),
  having('the next', /\bif (?:that|this|it|one|the first) (?:does not|doesn['’]t|did not|didn['’]t|fails).*\bthe next\b/i),
  beginningWith('consider|try', /^(?:consider|try)(?: (?:one|some|any)(?: or more)? of)? (?:the following|these)\b/i),
);

/** What is tried by order of preference is wanted one at a time until it helps. */
const BY_PREFERENCE = /\b(?:as soon as|until|preference|(?:least|most) (?:\w+ )?to (?:least|most)|safest|least disruptive|severity|cheapest|quickest)\b/i;
/** An order that asks to choose; another order speaks of what it does: "Set the following options". */
const CHOOSES = /^(?:then |now |please )?(?:choose|pick|select|use|try|consider|apply|take|do|follow|go|jump|work|decide|find|see|start|stop|run)\b/i;

/** Whether a sentence says that what stands below it is to be chosen from. */
export function announces(sentence: string): Announced | null {
  const words = sentence.replace(/[\s.!;]+$/, '');
  if (ALL.test(words) || BREAKS_OFF.test(words) || TELLS_OF_BOTH.test(words) || OF_A_PROGRAM.test(words) || (saysWhatToDo(words) && !CHOOSES.test(words))) return null;
  if (IS_ONE.test(words)) return BY_PREFERENCE.test(words) ? 'any' : 'one';
  return IS_ANY.test(words) ? 'any' : null;
}

/** All that stands below is wanted, in turn: "Do all three", "Do these", "First stop it, then start it", "in this order", "These steps bring it back". */
const ALL_IN_TURN = /(?<!\bnot )\b(?:all (?:of )?(?:these|them|the|two|three|four)|both of|each of)\b|\bin (?:this|that|the (?:given|following)) order\b|\b(?:keep|follow) (?:this|the) order\b|\bin order$|\b(?:one by one|one after (?:the other|another))\b|^do (?:this|these)$|^first\b.*\bthen\b|\b(?:steps|procedure)\b/i;

/** Whether a sentence says that all below it is to be done, in turn. */
export function asksForAll(sentence: string): boolean {
  return announces(sentence) === null && ALL_IN_TURN.test(sentence.replace(/[\s.:!;]+$/, ''));
}

/** The same of what was counted as ways: "Do both.", "Both are needed"; not "Read both", "Both cost a minute of downtime". */
const ALL_WANTED = having('both|all|each', /^(?:(?:then|now|please|always)\s)*(?:do|run|use|apply|take|follow|execute|perform|complete|finish|go\sthrough|work\sthrough|carry\sout)\s(?:both|all(?:\sof\sthem|\sthree|\sfour)?|each(?:\sof\sthem)?)(?=$|\s*,|\s(?:in|one|after|of)\b)|(?<!\bnot )\b(?:both|all|each)\s(?:of\s(?:them|these)\s)?(?:is|are|must\sbe|has\sto\sbe|have\sto\sbe)\s(?:needed|required|necessary|done|run|wanted|mandatory)\b/i);

/** Whether a sentence asks for all of the ways that another counts. */
export function wantsAll(sentence: string): boolean {
  return announces(sentence) === null && ALL_WANTED.test(sentence.replace(/[\s.:!;]+$/, ''));
}

const COUNTED = new RegExp(String.raw`\b(?<number>${NUMBER})\s+(?:[\w-]+\s+){0,2}?(?:${WAYS}|things)\b`, 'i');

/** How many ways a sentence counts: "You have three choices"; `null` if it does not say. */
export function countedWays(sentence: string): number | null {
  const number = COUNTED.exec(sentence)?.groups?.['number'];
  if (number === undefined) return null;
  const written = NUMBERS.indexOf(number.toLowerCase());
  return written < 0 ? Number(number) : written + 2;
}
