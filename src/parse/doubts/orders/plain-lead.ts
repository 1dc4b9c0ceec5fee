import { beginningWith, having } from '../../../model/index.ts';
import { saysWhatToDo } from '../../markdown/index.ts';

/** A label names what the block is about: "Journals:", "Slug path:". */
const LONGEST_LABEL = 4;

/** What is said of something, and names nothing: "Supposing it hangs", "Barring objections, restart it". */
const IS_CLAUSE = /^(?!(?:who|what|which|where|how|why)\b)[^]*?(?:,|\b(?:is|are|was|were)\b|\b(?:it|they|you|we)\s)/i;

/** A label or a heading that is no name of something to do: a way, a case or a time of its own, or what is told: "Nuclear option", "For EU tenants", "Weekly cleanup", "What the job does". */
const NO_TASK =
  /^(?:for (?!(?:each|every|all|both|any)\b)|(?:what|how) (?!to\b)|(?:where|when|whenever|why|during|until|every|daily|weekly|monthly|nightly|quarterly|yearly|routine|periodic|previous|historical|known|things|examples?|appendix|annex|do not|don['’]t|out of|follow-?ups?)\b)|\b(?:option|way|approach|method|hatch|workarounds?|hacks?|fallback|invocation|usage|form|syntax)$/i;

/** What mostly goes by itself, and is done by hand where somebody wants it: "Manual backup", "Refreshing it by hand"; and what names all that is done with a thing: "User management". */
const ON_DEMAND = /^manual\s(?!(?:[\w-]+\s){0,2}(?:steps?|checks?|verification|validation|review|tests?|testing|inspection|approval|actions?)\b)\w|\bby hand$|^on[- ]demand\b|\bon[- ]demand$|\bad[- ]hoc\b|\bmanagement$|^(?:manage|managing)\b|\band manage\b/i;

/** A day or an hour of its own: "T-1 day", "Day 2", "Monday", "Next morning", "After one week", "Outside business hours", "Off-peak". */
const A_TIME =
  /^(?:[TDHW]\s?[-+−–]\s?\d|(?:day|week|month|night)\s+\d|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:the )?(?:next|following) (?:day|morning|evening|night|week|month)\b|tomorrow\b|(?:after|in) (?:an?|one|two|three|a few|several|some|\d+) (?:minutes?|hours?|days?|weeks?|months?)\b|(?:minutes?|hours?|days?|weeks?|months?) (?:later|after|before|earlier)\b|outside (?:of )?(?:[\w-]+ ){0,3}(?:hours|times?|windows?)\b|off[- ]?(?:peak|hours|season)\b|(?:early|late) (?:in|at|on)\b|overnight\b)/i;

/** How a sentence begins that takes something as given: "Given a healthy standby, fail over:". */
const GIVEN = /^(?:given|assuming)\b/i;
/** How one begins that says under what circumstances: "As an escape hatch:"; not "As root, restart it:". */
const CIRCUMSTANCE = /^(?:as|by|despite|except|with)\b(?![^]*,)/i;

/** A question, and what is done then: "Still full? Then clear it:". A question alone the command answers. */
const QUESTION = /\?\s+\S/;
/** What mostly goes by itself: "The job rotates it; by hand it is:". */
const BY_HAND_TOO = having('by hand|manually', /[,;–—]\s(?:but\s|or\s)?(?:by hand|manually)\b/i);
/** Between a reason and the order that comes of it: "It reads its keys at the start only, so restart it:". */
const SO = /[,;]\sso\s|;\s/i;

/** A label that says for which versions or how much: "Kernel < 5.10". */
const COMPARES = /[\w%]\s?[<>≤≥]=?\s?\d/;

/** What the block is for, or where in the folder it is typed: "To recover:", "For each shelf:", "In this folder:". Another place or time is held by `SOMEWHERE` before this is asked. */
const FOR_OR_IN = String.raw`(?:to|from any|for (?:each|every|all|any|both)|in|on|inside|within|under|during|without|examples?)\b`;
/** The block itself: "The following command removes it:". */
const THE_COMMAND = String.raw`(?:(?:the|this|these|that)\s+)?(?:(?:following|next|last)\s+)?(?:\w+\s+)?(?:commands?|lines?|scripts?|snippets?|one-liners?|blocks?|steps?|query|queries)\b(?!\s(?:requires?|needs?|refuses?|expects?|was|were)\b)`;
/** "Has to be done next", "is done in each environment"; not "is done by the job", "must be done on all nodes if the primary is gone". */
const TO_BE_DONE = String.raw`(?:is(?: to be)?|has to be|needs to be|must be|should be|will be) (?:done|run|executed|typed)(?: (?:now|next|then|first|here))?(?: (?:in|on|for|at) (?:each|every|all|both|any) [\w-]+)?[\s:.]*$`;
/** What stands after "This is what" where it is to be done: "you run", "fixes it"; not "we did last time". */
export const WHAT_TO_DO = String.raw`(?:(?:you|we)\b(?!\s(?:did|had|ran|used|were|saw)\b)|(?:fix|solv|clear|resolv|repair|cur|help|work|restor|bring)(?:s|es)\b|${TO_BE_DONE})`;
/** What it does: "This evicts all pods:". */
const THIS_DOES = String.raw`(?:this|that|it|these)\s+(?:will|(?:is what ${WHAT_TO_DO}|(?!is\b|was\b|has\b|does\b)\w{2,}s\b))`;
/** What is done to a thing: "The database is restored with:", "Each overlay must be renamed:". */
const IS_DONE = String.raw`(?:the|an?|all|both|each|every|our|your|its?|they)\b[^,;:]{0,80}\b(?:is|are|must be|should be|has to be|have to be|needs? to be|will be)\s+(?:now |then )?\w+(?:ed|n|t)\b`;
/** The same without an article: "Snapshots are taken with:". */
const IS_DONE_WITH = String.raw`(?!(?:wh\w+|if|once)\b)[\w-]+(?:\s[\w-]+){0,2}\s(?:is|are)\s\w+ed (?:by|with|using)\b`;
/** An order in other words: "You now need to restart it:". */
const YOU_DO = String.raw`(?:you|we)\s+(?:now|then|will|must|should|have to|need to|can now)\b|(?:you|we|i)\s+(?:(?:usually|normally|simply|just|always)\s+)?(?!(?:used|had|did|were|may|might|could|can|would|want|wanted)\b)[a-z]{3,}\s(?:it|them|this|the|an?|all|each|every)\b(?![^]*\bby hand\b)`;
/** What a thing needs, or what is enough, where that is what a command does: "The host needs a reboot:", "A restart is enough:". */
const DEED = String.raw`(?:[\w-]+\s){0,2}(?:re-?(?:start|boot|load|build|sync|set|fresh|deploy|index|balance|connect)|roll-?back|flush|clean-?up|upgrade|update|vacuum|kick|nudge)`;
const NEEDS_DEED = String.raw`(?:the|an?|all|each|every|our|your|it|they|this|that|both)\b[^,;:]{0,60}?\bneeds?\s(?:an?\s|only\s|just\s)+${DEED}$`;
const CURES = String.raw`(?:an?|the|one)\s${DEED}\s(?:is|will be|should be)\s(?:enough|sufficient|all (?:it|that) takes)$|(?:an?|the|one)\s${DEED}\s(?:suffices|helps|fixes (?:it|this|that)|does (?:it|the trick)|will do|clears (?:it|this|that))$`;
const ABOUT_THE_BLOCK = new RegExp(`^(?:${[FOR_OR_IN, THE_COMMAND, THIS_DOES, IS_DONE, IS_DONE_WITH, YOU_DO, NEEDS_DEED, CURES].join('|')})`, 'i');

/**
 * Whether the words that lead to a block are a plain order to run it, or say plainly what it does or is about. A command that acts runs without a question only behind such words:
 * no list of conditions is ever complete, while what an order looks like can be said in a few lines.
 */
export function isPlainLead(words: string): boolean {
  const lead = fromTheOrder(words);
  if (lead === '') return true;
  if (GIVEN.test(lead) || CIRCUMSTANCE.test(lead) || QUESTION.test(lead) || (BY_HAND_TOO.test(lead) && !saysWhatToDo(lead))) return false;
  return saysWhatToDo(lead.split(SO).at(-1) ?? lead) || saysWhatToDo(lead) || ABOUT_THE_BLOCK.test(lead) || (lead.split(/\s+/).length <= LONGEST_LABEL && !IS_CLAUSE.test(lead) && namesSomething(lead) && !COMPARES.test(lead));
}

const CURES_MOSTLY = having('cases', new RegExp(`^in (?:most|many) cases,? (?:${CURES})`, 'i'));

const IS_TO_BE_DONE = having('is what', new RegExp(`^(?:this|that|it) is what ${TO_BE_DONE}`, 'i'));

/** Whether a sentence says that a deed is mostly enough ("In most cases a restart is enough:", while "In most cases, restart it:" leaves open in which), or that what is below it is to be done ("This is what has to be done:"). */
export function saysToDoIt(words: string): boolean {
  return CURES_MOSTLY.test(words.replace(/[\s:.]+$/, '')) || IS_TO_BE_DONE.test(words);
}

/** Whether a sentence says what is taken as given. */
export function takesAsGiven(words: string): boolean {
  return GIVEN.test(fromTheOrder(words));
}

/** Whether a heading names something to do, as far as its form tells. */
export function isPlainHeading(words: string): boolean {
  return namesSomething(words) && !ON_DEMAND.test(words);
}

/** Whether a heading, or a label of a few words, may be the name of something to do. */
function namesSomething(words: string): boolean {
  return !NO_TASK.test(words) && !A_TIME.test(words);
}

/** What stands before an order: "Now", "Then", "In any case,". */
const BEFORE_ORDER = String.raw`(?:now\s(?:you|we)\scan(?=\s)|now|then|next|first|second|third|finally|lastly|last but not least|also|and|for example|for instance|e\.g\.|either way)[\s,:]+`;
/** An order in other words: "You should drain it", "It is best to drain it", "We recommend that you drain it". */
const MILDER = String.raw`(?:(?:you|we)\s(?:also\s|then\s|first\s|will\s|now\s)?(?:should|ought to|need to)|we\s(?:\w+ly\s)?(?:recommend|suggest|advise)(?:\sthat)?\syou|(?:please\s)?remember to|it pays to|it(?:['’]s| is)\s(?:\w+ly\s|very\s|also\s)?(?:important|essential|crucial|vital|critical|imperative|mandatory|necessary|required|recommended|advisable|best|wise|good practice|a good idea) to)\s+`;
const UP_TO_THE_ORDER = beginningWith('now|then|next|first|second|third|finally|lastly|last|also|and|for|e.g.|either|you|we|remember|it', new RegExp(`^(?:${BEFORE_ORDER}|${MILDER})+`, 'i'));

/** Without what stands before it, and the colon after it. */
export function fromTheOrder(words: string): string {
  return UP_TO_THE_ORDER.without(words).replace(/[\s:.]+$/, '');
}
