import { beginningWith, having, oneOf } from '../../../model/index.ts';
import { saysWhatToDo } from '../../markdown/index.ts';

/** Somebody to speak to: a part that people have, a channel, a name. */
const WHO = String.raw`(?:(?:the|your|our|an?|all|each|every|any|another|other|some|two|both)\s+)*(?:[\w'’/-]+\s+){0,3}?(?:leads?|managers?|dbas?|teams?|engineers?|owners?|on-?calls?|support|customers?|vendors?|security|legal|ops|sres?|commanders?|directors?|stakeholders?|colleagues?|peers?|reviewers?|approvers?|operators?|admins?|administrators?|users?|people|someone|somebody|everyone|everybody|duty|noc|(?:help|service)[ -]?desk|board|c[a-z]{0,2}[eist]o|supervisors?|them|him|her)\b|(?:the\s+)?[#@][\w-]+`;

/** Orders to speak to somebody: "Page the DBA before going on", "Tell #ops that …". */
const SPEAK = String.raw`(?:tell|inform|notify|alert|page|call|phone|ping|warn|message|e-?mail|reach out to|get hold of|involve|liaise with|coordinate with|check with|confirm with|get|have|let)\s+(?:in\s+|to\s+)?(?:${WHO})`;
/** Orders to ask or to settle something with people, whoever they are. */
const AGREE = String.raw`(?:agree|ask|clarify|consult|contact|discuss|hand over|talk|speak)\b|(?:get|obtain|seek|request|await|collect|have)\s(?:[\w'’-]+\s){0,5}?(?:approvals?|sign-?offs?|permission|consent|agreement|go-?ahead|green light|a go)\b|with (?:the |an? )?(?:agreement|approval|authori[sz]ation|consent|help|permission|sign-?off)\b`;
/** Orders to do what a person does and no command: "Await the all-clear", "Take a screenshot", "Leave a message". */
const BY_PERSON = String.raw`(?:await|discuss|escalate|sleep on|sync up|write down|re-?read|read (?:it|the|this|them|aloud)(?! (?:to|when|if|for)\b)|hand (?:the|over|it)|leave (?:an?|the) (?:message|note|comment)|take (?:an?|the|some|\w+) (?:screenshots?|photos?|notes?|pictures?|minutes?|moments?|breath))\b`;
const AGREES = beginningWith('agree|ask|clarify|consult|contact|discuss|hand|talk|speak|get|obtain|seek|request|await|collect|have|with', atStart(AGREE));
/** Each begins with its verbs. As one pattern they would take V8 twice as long to compile. */
const SPEAKS = oneOf(
  beginningWith('tell|inform|notify|alert|page|call|phone|ping|warn|message|email|e-mail|reach out to|get|involve|liaise with|coordinate with|check with|confirm with|have|let', atStart(SPEAK)),
  AGREES,
  beginningWith('await|discuss|escalate|sleep|sync|write|reread|re-read|read|hand|leave|take', atStart(BY_PERSON)),
);

function atStart(words: string): RegExp {
  return new RegExp(`^(?:please\\s+)?(?:${words})`, 'i');
}

/** Parts that people have. */
const PART = String.raw`(?:administrators?|admins?|approvers?|architects?|captains?|colleagues?|commanders?|dbas?|directors?|engineers?|leads?|maintainers?|managers?|officers?|on-?calls?|operators?|owners?|reviewers?|sres?|staff|supervisors?|team|board|committee)`;
const HAS_PART = 'admin|approver|architect|captain|colleague|commander|dba|director|engineer|lead|maintainer|manager|officer|oncall|on-call|operator|owner|reviewer|sre|staff|supervisor|team|board|committee';
/** A remark that ends in one of them: "(by the DBA)"; not "(as admin)", "(with admin rights)". */
const SOMEBODY = having(HAS_PART, new RegExp(`^(?!as\\s)(?:[^]*\\s)?${PART}$`, 'i'));
/** For whom alone it is: "Root password (architect-only):", "Admins only:". */
const FOR_THEM_ONLY = having('-only| only', new RegExp(`(?:^|\\((?:[^()]{0,40}\\s)?)${PART}[- ]only(?=\\s*(?:$|[):.,]))`, 'i'));

/** What follows the name of a person, and not another noun: "the on-call bot" is none. */
const NO_NOUN = String.raw`(?=\s*(?:$|[.,;:!?)])|['’]s\s(?:ok|okay|go|approval|consent|word)\b|\s(?:an?|the|on|in|from|for|to|of|at|with|before|after|first|prior|that|who|if|and|or|must|may|should|ought|has|have|is|are|gives?|knows?|needs? to|about|when|while|beforehand|has)\b)`;
/** Somebody, by the part that people have and things have not, and not what is theirs: "a token of the platform team". */
const BY_PART = String.raw`(?<!\bas\s(?:[\w-]+\s){0,3}|(?<!\b(?:approval|agreement|authori[sz]ation|consent|permission|supervision|presence|company|help|eyes|hands|word|okay|ok)\s)\bof\s(?:the|our|your)\s(?:[\w-]+\s){0,2})\b(?:engineers?|managers?|dbas?|captains?|commanders?|directors?|persons?|people|supervisors?|reviewers?|approvers?|leads?|teams?|on-?calls?|vendors?|officers?|witness(?:es)?)${NO_NOUN}`;
/** Words for people that nothing else is called by. What is done for everybody asks nobody. */
const ANYBODY = String.raw`\b(?:colleagues?|somebody|someone|(?<!\b(?:for|logs?|kicks?|throws?|disconnects?|cuts?|locks?|stops?|affects?)\s)every(?:body|one)|pairs? of (?:eyes|hands))\b|^whoever\b|(?<![\w/])#[a-z][\w-]+`;
const PERSON = having('engineer|manager|dba|captain|commander|director|person|people|supervisor|reviewer|approver|lead|team|oncall|on-call|vendor|officer|witness|colleague|somebody|someone|everybody|everyone|pair|whoever|#', new RegExp(`${BY_PART}|${ANYBODY}`, 'i'));
/** Words by which somebody has to do something, or is needed for it; what they should see is told. */
const DUTY = /\b(?:must|may|shall|has to|have to|to be|needs?|needed|requires?|required|only|ideally|preferably|best|(?:should|ought to)(?! (?:now |then |also )?(?:see|get|find|notice|receive|be able)\b))\b/i;

/** What is left to somebody: "The incident commander decides whether …", "The owner has the last word". */
const HAS_THE_SAY = [
  String.raw`decides?|judges?|chooses?|approves?|authori[sz]es?|confirms?|agrees?|signs?\s(?:it\s|this\s)?off`,
  String.raw`tells?\syou|lets?\syou|makes?\sthe\s(?:call|decision)|has\sthe\s(?:last|final)\s(?:word|say)`,
  String.raw`(?:does|do|runs?|handles?|executes?|performs?)\s(?:this|it|that)(?=\s*(?:$|[).,;:]))`,
  String.raw`gives?\s(?:the|an?|their|its|his|her)\s(?:\w+\s)?(?:ok|okay|go|go-?ahead|word|consent|approval|permission)`,
].join('|');
const DECIDES = having(HAS_PART, new RegExp(String.raw`\b${PART}\s(?:(?:on|of|for|in)\s(?:\w+\s){1,3})?(?:will\s|alone\s|then\s|\w+ly\s)?(?:${HAS_THE_SAY})\b`, 'i'));
/** The same turned round: "The call is made by the duty manager", "It is up to the owner". */
const IS_DECIDED = having(HAS_PART, new RegExp(String.raw`\b(?:(?:is|are)\s(?:made|taken|decided|given|approved|authori[sz]ed|granted)\sby|(?:is|are)\sup\sto|comes?\sfrom)\s(?:the|our|an?|your)\s(?:[\w-]+\s){0,2}?${PART}(?=\s*(?:$|[.,;:!]|to\b))`, 'i'));

/** What people have to give for it: "You need a change number", "This requires the agreement of the owner". */
const GIVEN = String.raw`(?:approvals?|agreement|consent|permission|sign[- ]?offs?|go-?ahead|green light|thumbs[- ]up|ok(?:ay)?|notice|change (?:number|request|record|ticket)|ticket|two people|four[ -]eyes|(?:maintenance|change|service|downtime|outage|quiet)[ -](?:window|hour)s?)`;
const NEEDS_PEOPLE = oneOf(
  having('need|require|takes|must h', new RegExp(`\\b(?:needs?|requires?|takes|must have|must hold)\\s(?:[\\w'’-]+\\s){0,4}?${GIVEN}\\b`, 'i')),
  /** "Approval from the lead is required." */
  having('needed|required|necessary|mandatory|obligatory', new RegExp(`(?<!\\bno\\s(?:\\w+\\s)?)\\b${GIVEN}(?:\\s(?:from|by|of)\\s[^.,;:]{1,60})?\\s(?:(?:is|are)\\s)?(?:needed|required|necessary|mandatory|obligatory)\\b`, 'i')),
  /** "The four-eyes principle applies." */
  having('appl', new RegExp(`\\b${GIVEN}(?:\\s(?:principle|rule|policy))?\\sappl(?:y|ies)\\b`, 'i')),
  /** "This step is subject to approval." */
  having('subject to|pending|depends on', new RegExp(String.raw`\b(?:subject to|pending|depends on)\s(?:[\w'’-]+\s){0,3}?${GIVEN}\b`, 'i')),
  having('discretion', /\bat (?:the|his|her|their) discretion\b/i),
  having(' with', /\bin (?:agreement|coordination|consultation|alignment) with\b/i),
);

/** For whom something is done, and who is not asked: "Apply the template to all teams"; not "Announce it to all teams". */
const FOR_ALL = /\b(?:to|for|of|per)\s(?:all|each|every|any)\s(?:[\w-]+\s)?(?:teams?|people|persons?|engineers?|vendors?)\b/i;

const SAYS_IT = /^(?:announce|communicate|explain|report|send|post|mail|speak|talk|write)\b/i;

/** Whether a sentence, without what stands before its order, asks for somebody, or for what people give. */
export function asksForPeople(order: string): boolean {
  if ([SPEAKS, NEEDS_PEOPLE, FOR_THEM_ONLY, DECIDES, IS_DECIDED].some((kind) => kind.test(order))) return true;
  const clauses = order.split(/[,;–—]\s*(?:(?:but|and|then|so)\s+)?|:\s+|\sbut\s|\p{Extended_Pictographic}\uFE0F?\s*/u);
  if (clauses.slice(1).some((clause) => AGREES.test(clause)) || order.split(/;\s+/).slice(1).some((clause) => SPEAKS.test(clause))) return true;
  return PERSON.test(SAYS_IT.test(order) ? order : order.replace(FOR_ALL, '')) && (saysWhatToDo(order) || DUTY.test(order) || clauses.some((clause) => SPEAKS.test(clause)));
}

/** Whether an order is about somebody: "Ask the lead", "Let a colleague watch". */
export function namesAPerson(order: string): boolean {
  return PERSON.test(order);
}

/** Whether a remark names somebody by the part that they have. */
export function namesSomebody(remark: string): boolean {
  return SOMEBODY.test(remark);
}
