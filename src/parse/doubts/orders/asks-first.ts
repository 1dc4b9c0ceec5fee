import { saysWhatToDo } from '../../markdown/index.ts';
import { fromTheOrder } from './plain-lead.ts';

/** Somebody to speak to: a part that people have, a channel, a name. */
const WHO = String.raw`(?:(?:the|your|our|an?|all|each|every|any|another|other|some|two|both)\s+)*(?:[\w'’/-]+\s+){0,3}?(?:leads?|managers?|dbas?|teams?|engineers?|owners?|on-?calls?|support|customers?|vendors?|security|legal|ops|sres?|commanders?|directors?|stakeholders?|colleagues?|peers?|reviewers?|approvers?|operators?|admins?|administrators?|users?|people|someone|somebody|everyone|everybody|duty|noc|helpdesk|supervisors?|them|him|her)\b|(?:the\s+)?[#@][\w-]+`;

/** Orders to speak to somebody: "Page the DBA before going on", "Tell #ops that …". */
const SPEAK = String.raw`(?:tell|inform|notify|alert|page|call|phone|ping|warn|message|e-?mail|reach out to|get hold of|liaise with|coordinate with|check with|confirm with|get|have|let)\s+(?:in\s+|to\s+)?(?:${WHO})`;
/** Orders to ask or to settle something with people, whoever they are. */
const AGREE = String.raw`(?:agree|ask|consult|contact|discuss|hand over|talk|speak)\b|(?:get|obtain|seek|request|await|collect|have)\s(?:[\w'’-]+\s){0,5}?(?:approvals?|sign-?offs?|permission|consent|agreement|go-?ahead|green light|a go)\b|with (?:the |an? )?(?:agreement|approval|consent|help|permission|sign-?off)\b`;
/** Orders to do what a person does and no command: "Await the all-clear", "Take a screenshot", "Leave a message". */
const BY_PERSON = String.raw`(?:await|discuss|escalate|sleep on|sync up|write down|re-?read|read (?:it|the|this|them|aloud)|hand (?:the|over|it)|leave (?:an?|the) (?:message|note|comment)|take (?:an?|the|some|\w+) (?:screenshots?|photos?|notes?|pictures?|minutes?|moments?|breath))\b`;
/** Orders to choose. */
const CHOOSE = String.raw`(?:choose|consider|decide|pick|prefer|think)\b`;
/** Orders to be sure of something, also before a colon. */
const MAKE_SURE = String.raw`(?:double-check|make (?:very |absolutely )?(?:sure|certain)|be (?:very |absolutely |quite )?(?:sure|certain)|see to it|let)\b(?!['’]s|\s+(?:go|it|the (?:command|script))\b)`;
const SOMETHING_FIRST = new RegExp(`^(?:please\\s+)?(?:${[SPEAK, AGREE, BY_PERSON, CHOOSE, MAKE_SURE].join('|')})`, 'i');

/** Orders to see that something is so, which no command does that changes things: "Check first that the backup is complete." What ends in a colon may be checked by what stands below it. */
const LOOK = /^(?:please\s+)?(?:check|confirm|ensure|verify|validate)\b[^:]*?\s(?:that|whether|if|no|nobody|nothing|none|is|are|was|were)\b[^:]*$/i;

/** What has to be so, told and not ordered: "Nobody may be logged in", "Nothing below may be run by day", "Must be approved by a manager". What must be done to a thing is an order. */
const HAS_TO_BE = /^(?!(?:you|we|i|then|now)\b)(?:[^.,;:]{0,60}\s)?(?:must|may|has to|have to)\s(?:not |first |already |all )?be\s(?:present|absent|idle|empty|quiet|approved|agreed|authori[sz]ed|signed|logged|connected|writing|running|active|informed|aware|available|stopped|finished|done|complete)\b|^(?!(?:you|we|i)\b)[^.,;:]{0,60}\s(?:must|may|has to|have to)\s(?:(?:already |first )?have\s(?:[\w-]+\s){0,2}?\w+(?:ed|en|nt)\b|only\sbe\b)|^(?:nobody|no one|no-one|nothing|none|no other)\s(?:[\w-]+\s){0,3}?(?:may|must|is (?:allowed|to)|can|should)\b/i;

/** What follows the name of a person, and not another noun: "the on-call bot" is none. */
const NO_NOUN = String.raw`(?=\s*(?:$|[.,;:!?)])|['’]s\s(?:ok|okay|go|approval|consent|word)\b|\s(?:an?|the|on|in|from|for|to|of|at|with|before|after|first|prior|that|who|if|and|or|must|may|has|have|is|are|gives?|knows?|about|when|while|beforehand|has)\b)`;
/** Somebody, by the part that people have and things have not. */
const PERSON = new RegExp(String.raw`(?<!\bas\s(?:[\w-]+\s){0,3})\b(?:engineers?|managers?|dbas?|captains?|commanders?|colleagues?|somebody|someone|directors?|persons?|people|supervisors?|reviewers?|approvers?|leads?|teams?|on-?calls?|vendors?|officers?|witness(?:es)?)${NO_NOUN}|(?<![\w/])#[a-z][\w-]+`, 'i');
/** Words by which somebody has to do something, or is needed for it. */
const DUTY = /\b(?:must|may|shall|has to|have to|needs?|needed|requires?|required|only)\b/i;

/** Parts that people have. */
const PART = String.raw`(?:administrators?|admins?|approvers?|architects?|captains?|commanders?|dbas?|directors?|engineers?|leads?|maintainers?|managers?|on-?calls?|operators?|owners?|reviewers?|sres?|staff|supervisors?)`;
/** For whom alone it is: "Root password (architect-only):", "Admins only:". */
const FOR_THEM_ONLY = new RegExp(String.raw`(?:^|\((?:[^()]{0,40}\s)?)${PART}[- ]only(?=\s*(?:$|[):.,]))`, 'i');

/** What people have to give for it: "You need a change number", "This requires the agreement of the owner", `approval needed`. */
const GIVEN = String.raw`(?:approvals?|agreement|consent|permission|sign[- ]?offs?|go-?ahead|green light|thumbs[- ]up|ok(?:ay)?|change (?:number|request|record|ticket)|ticket|two people|four eyes|maintenance window)`;
const NEEDS_PEOPLE = new RegExp(`\\b(?:needs?|requires?|takes|must have|must hold)\\s(?:[\\w'’-]+\\s){0,4}?${GIVEN}\\b|\\b${GIVEN}\\s(?:(?:is|are)\\s)?(?:needed|required|necessary|mandatory)\\b`, 'i');
/** What people have to have found or said before: "Remove the old revision after validation". */
const AFTER_A_CHECK = /\b(?:after|once|upon|following|pending)\s(?:(?:the|an?|your|our|full|successful|final)\s)*(?:validation|verification|approval|confirmation|sign-?off|testing|review|acceptance)\b(?!\s+(?:script|job|step|command)s?\b)/i;
/** Circumstances in which it is not to be done: "Do not run this while a backup is in progress", "not before 22:00", "never during the day". */
const NOT_WHILE = /^(?:(?:please\s+)?(?:do\s+not|don['’]t|never)\s+(?:run|use|execute|do|start|apply|type|call|attempt|try|continue|proceed|go)\b[^.:;]*\b(?:while|during|when|before|until|unless|without|if|outside|within|with|as long as|in|on|at)\b|(?:not|never)\s(?:before|until|yet|during|while|within|outside|on|in|at)\b|under no circumstances\b|only\s)/i;
/** The same turned round: "Run only with the commander's okay". */
const ONLY_WITH = /^(?:please\s+)?(?:run|use|execute|do|start|apply|type|continue|proceed)\b[^.:;]{0,40}\bonly\s(?:with|by|from|during|within|outside|at|between|together)\b/i;
/** A question to whoever reads it: "Are you in the right account?" Other questions the command answers. */
const QUESTION = /\b(?:are|have|did|do|were)\s(?:you|we|all|everybody|everyone)\b[^?]*\?\s*$/i;

/** Whether a sentence asks for something before the command below it. */
export function asksFirst(words: string): boolean {
  const order = fromTheOrder(words);
  if ([SOMETHING_FIRST, HAS_TO_BE, NEEDS_PEOPLE, AFTER_A_CHECK, NOT_WHILE, ONLY_WITH, FOR_THEM_ONLY, QUESTION].some((kind) => kind.test(order))) return true;
  return PERSON.test(order) && (saysWhatToDo(order) || DUTY.test(order) || order.split(/[,;–—]\s*|:\s+/).some((clause) => SOMETHING_FIRST.test(clause)));
}

/** The verb of an order to do something else first, in other words than those of the command: "make a backup before", "Stop the writers first." */
const ENDS_FIRST = /^(?<verb>[a-z]{3,})\b[^:;,]*\b(?:first|before|beforehand)[.!\s]*$/i;

/** Whether a sentence ends in "first" or "before", and what it orders is not what the command does. */
export function asksBefore(words: string, code: string): boolean {
  const verb = ENDS_FIRST.exec(fromTheOrder(words))?.groups?.['verb']?.toLowerCase();
  return verb !== undefined && saysWhatToDo(words) && !code.toLowerCase().includes(verb);
}

/** Whether a sentence asks for a look first, and does not lead to what does it. */
export function asksToLook(words: string): boolean {
  return !words.trimEnd().endsWith(':') && LOOK.test(fromTheOrder(words));
}
