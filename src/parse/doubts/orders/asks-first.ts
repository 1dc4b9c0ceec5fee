import { beginningWith, having } from '../../../model/index.ts';
import { isOrder, orderedVerb, saysWhatToDo } from '../../markdown/index.ts';
import { demandsSomething, demandsState } from './demands.ts';
import { asksForPeople } from './people.ts';
import { BY_A_PERSON, LEADS_THERE } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/** Orders to choose. */
const CHOOSE = String.raw`(?:choose|consider|decide|pick|prefer|think)\b`;
/** Orders to be sure of something, also before a colon. */
const MAKE_SURE = String.raw`(?:(?:double|triple)[- ]?check|make (?:very |absolutely )?(?:sure|certain)|be (?:very |absolutely |quite |completely )?(?:sure|certain|positive)|see to it|let)\b(?!['’]s|\s+(?:go|it|the (?:command|script))\b)`;
const SOMETHING_FIRST = beginningWith('choose|consider|decide|pick|prefer|think|double|triple|doublecheck|triplecheck|make|be|see|let', new RegExp(`^(?:please\\s+)?(?:${[CHOOSE, MAKE_SURE].join('|')})`, 'i'));

/** Orders to see that something is so, which no command does that changes things: "Check first that the backup is complete." What ends in a colon may be checked by what stands below it. */
const LOOK = beginningWith('check|confirm|ensure|verify|validate', /^(?:please\s+)?(?:check|confirm|ensure|verify|validate)\b[^:]*?\s(?:that|whether|if|no|nobody|nothing|none|is|are|was|were)\b[^:]*$/i);

/** Whether a sentence asks for something before the command below it. */
export function asksFirst(words: string): boolean {
  const order = fromTheOrder(words);
  return (SOMETHING_FIRST.test(order) && !leadsToWhatItAsks(words)) || demandsState(order) || asksForPeople(order);
}

/** "Make sure you apply all updates:" is an order to do what stands below it; "Make sure to take a backup:" is one to do something else first. */
const SURE_TO_DO_IT = /^(?:please\s+)?(?:make (?:very |absolutely )?sure|be sure)\s(?:that\s)?(?:you|we|to)\s(?:(?:apply|install)\s[^:]*|(?:run|execute|do|perform|type|enter)\s(?:the (?:following|commands?|scripts?|lines?)(?: below)?|this|these|it|all of (?:it|them)))\s*:$/i;
/** What says when, where or by whom. */
const LIMITS = /\b(?:only|never|not|first|before|beforehand|after|once|when|while|until|unless|if|during|at|by|with|on|in|as)\b/i;

/** How such an order begins where it is a mild one. */
const MILD = /^(?:(?:now|then|next|first|also|and)[\s,]+)*(?:you|we)\s(?:should|need to|have to|must)\s/i;

function leadsToWhatItAsks(words: string): boolean {
  const order = words.trim().replace(MILD, '');
  return SURE_TO_DO_IT.test(order) && !LIMITS.test(order);
}

/** An order to do something else first: "make a backup before", "Stop the writers first.", "Take a backup before you run this." */
const ENDS_FIRST = /^[a-z]{3,}\b[^:;,]*\b(?:first|before|beforehand|before\s(?:you\s)?(?:run|do|start|try|us|apply|execut|proceed)\w*(?:\s(?:this|that|it|these|them|the\s(?:command|script|block|next|following)\w*))?)[.!\s]*$/i;

/** Whether a sentence ends in "first", in "before" or with what stands below it, and what it orders is not what the command does. */
export function asksBefore(words: string, code: string): boolean {
  return ENDS_FIRST.test(fromTheOrder(words)) && ordersElse(words, code) !== null;
}

/** A deed, and the word that leads from it to the command: "Replace the disk, then:", "Reboot the machine, then run again:". */
const ENDS_IN_THEN = having('then', /^(?<deed>[a-z].{2,}?)[,;]?\s(?:and\s)?then(?:\s(?:re-?run|repeat|run|execute|do|type|use|issue|enter))?(?:\s(?:this|it|the (?:following|same|next)(?: commands?)?))?(?:\s(?:again|once more|a second time))?\s*:?$/i);
/** The same in two words: "Change to the folder", "Replace X"; to replace a thing is a deed. */
const LEADS_THERE_TOO = /^(?:change (?:to|into)|replace (?!the\b))\b/i;

/** Whether words order a deed before the command, of which nothing known speaks: the code, and all above it. */
export function ordersThen(words: string, known: () => string): boolean {
  const deed = fromTheOrder(ENDS_IN_THEN.exec(words)?.groups?.['deed'] ?? '');
  const verb = orderedVerb(deed) ?? '';
  if (deed === '' || LEADS_THERE.has(verb) || LEADS_THERE_TOO.test(deed) || !isOrder(deed)) return false;
  return verb === '' || ordersElse(deed, known()) !== null;
}

/** What has to be done, after the word that says that it has to. */
const HAS_TO_BE_DONE = having('must|shall|has to|have to', /\b(?:must|shall|has to|have to)\s(?:now\s|then\s|all\s|each\s)?be\s(?:\w+ly\s)?(?<done>[a-z]{4,})/i);

/** What a finding means for the deed: "Numbers worse than last week's mean no promotion", "A red light means stop". */
const MEANS_NO = having('mean', /\bmeans?\s(?:that\s)?(?:(?:you\s)?(?:stop|abort)|no\s(?<deed>[a-z-]{5,}))[\s.!]*$/i);

/** Whether a finding is said to leave out what the block does. */
function decidesAgainst(words: string, known: string): boolean {
  const found = MEANS_NO.exec(words);
  const deed = found?.groups?.['deed']?.slice(0, 5).toLowerCase();
  return found !== null && (deed === undefined || known.toLowerCase().includes(deed));
}

/** Whether a sentence demands something of which nothing known speaks: "The service owner has to be in the loop", and not "The workers must be restarted" above the command that restarts them. */
export function demandsElse(words: string, known: string): boolean {
  const demand = fromTheOrder(words);
  const done = HAS_TO_BE_DONE.exec(demand)?.groups?.['done']?.slice(0, 4).toLowerCase();
  return decidesAgainst(demand, known) || (demandsSomething(demand) && (done === undefined || !known.toLowerCase().includes(done)));
}

/** The verb of what a sentence orders, in other words than those that are known: the code, what leads to it. */
export function ordersElse(words: string, known: string): string | null {
  const verb = orderedVerb(fromTheOrder(words));
  return verb === null || new RegExp(`(?<![a-z])${verb}`, 'i').test(known) ? null : verb;
}

/** Whether a sentence asks for a look first, and does not lead to what does it. */
export function asksToLook(words: string): boolean {
  return !words.trimEnd().endsWith(':') && LOOK.test(fromTheOrder(words));
}

/** Whether a sentence orders what only a person does, in other words than the code has, and does not lead to a block. */
export function needsAPerson(words: string, code: string): boolean {
  const verb = ordersElse(words, code);
  return !words.trimEnd().endsWith(':') && verb !== null && BY_A_PERSON.has(verb);
}

/** Between what is done first and what is done after it. */
const THEN = /,?\s+(?:(?:and\s+)?then|(?<before>before)(?:\s+you)?)\s+/i;
/** Orders that no command carries out where another comes after them: "Give it a minute", "Allow it to settle", "Note its revision". */
const FIRST_BY_HAND = /^(?:allow|give|note)$/;
/** What comes first, or takes its time: "Reboot the router first", "Keep it for a week". */
const FIRST_OR_FOR_A_WHILE = /\sfirst$|\sfor\s(?:an?|\d+|[a-z]+)\s(?:seconds?|minutes?|hours?|days?|weeks?|months?)$/i;

/** Whether a sentence orders what only a person does, and then what the command does: "Watch the dashboard for ten minutes, then delete the old pods:", or what is to be done first: "Reboot the router first, then restart it:". Before something else the command may be the look, unless it is known to act. */
export function looksBeforeDeed(words: string, code: string, knownToAct: boolean): boolean {
  const then = THEN.exec(words);
  if (then === null || (then.groups?.['before'] !== undefined && !knownToAct)) return false;
  const deed = words.slice(then.index + then[0].length);
  if (!saysWhatToDo(deed) && !/^\w+ing\b/i.test(deed)) return false;
  const verb = ordersElse(words.slice(0, then.index), code);
  return verb !== null && (BY_A_PERSON.has(verb) || FIRST_BY_HAND.test(verb) || FIRST_OR_FOR_A_WHILE.test(words.slice(0, then.index)));
}
