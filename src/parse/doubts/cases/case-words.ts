import { beginningWith, having, NUMBER, oneOf } from '../../../model/index.ts';
import { isTrouble } from '../../alternatives/index.ts';
import { saysWhatToDo } from '../../markdown/index.ts';
import { WHAT_TO_DO } from '../orders/index.ts';
import { ASKS } from './condition-words.ts';

/** Words that make a command one of several ways, or one for another time. They hold what does more than read: to look does no harm. Data for `left-open.ts` and `conditional.ts`. */

/** What is led to by one of these is for one case, one way of several, or left to the reader: words that no plain order has, and then how the sentence is made. */
const ANY_CASE = oneOf(
  /** A condition: "if", "once" (not "at once", "once more", "once done"), "when" (not "when it is done", "when prompted"). */
  having('if|unless|once|until|when|as soon as', /\b(?:if(?! any\b)|unless|as soon as(?! (?:you can|possible)\b)|(?<!\bat )once(?=\s+\S)(?! (?:more|done|finished|completed?|logged|signed|connected|inside|there)\b)|until|when(?:ever)?(?! (?:(?:this|that|it|you) (?:is|are|has|have) )?(?:done|finished|completed?|prompted|asked)\b))\b/i),
  /** One of several: "either", "an easy option", "option B". */
  having('either|else|alternative|option', /\b(?:either|else|alternative(?:ly)?|optional(?:ly)?|an? (?:\w+ )?option|option (?:[a-z]|\d))\b/i),
  /** Left to whoever reads it: "who wants", "you can" (not "you can now"), "the pod needs to" (not "you need to"). */
  having('need|want|prefer|you ', /\b(?:(?<!\b(?:you|we|will|then|now|also) )needs? to|wants?|prefer|you (?:can(?! now\b| (?:also |then |always |still )?(?:watch|see|follow|monitor|view|read|track|observe)\b)|may|might|could))\b/i),
  /** Done already, maybe: "one-time setup". */
  having('one|first', /\b(?:one[- ]time(?! (?:passw\w*|codes?|pads?|tokens?|pins?|keys?|links?|secrets?)\b)|first[- ]time)\b/i),
  /** Some times and not others. */
  having('some|occasionally|another|rather', /\b(?:some(?:times)?|occasionally|another (?:option|way|approach|method|possibility|workaround|case|time|day)|rather than)\b/i),
  /** What it hangs on: "as long as", "only when", "worst case". */
  having('depending|provided|failing|as long as|only|nice to have|worst', /\b(?:depending on|provided|failing (?:that|this|which)|as long as|only (?:if|when|for|in|on|after|once|as|where|use|run|do|to)|nice to have|worst[- ]case)\b/i),
  /** "The lag is high → rebuild it". */
  having('→', /\b(?:is|are|not)\b[^→]{1,80}→/i),
  /** "Or restart it", "Stop or restart it". */
  beginningWith('or|only|instead', /^(?:or|only|instead)\b/i),
  having(' or ', /^[a-z-]+ or (?!(?:not|wait)\b)[a-z-]+\b/i),
  /** "For tenants in the EU only:", "On clusters older than 3:". */
  having('only|than', /^(?:for|on|in|with)\b[^.,:;]{1,60}\s(?:only(?=\s*(?:[:,.]|$))|(?:older|newer|earlier|later|lower|higher|smaller|larger)\sthan\b)/i),
  /** "Rerun it for failed partitions only:", "Do it off-peak only". */
  having('only', /\s(?:for|in|during|at|off-peak)\s(?:[^.,:;]{1,40}\s)?only(?=\s*(?:[:.]|$))/i),
  /** "For releases with a migration, restart it:". */
  beginningWith('for', /^for\s(?!(?:each|every|all|any|both|more|details|those|these|this)\b)(?:[\w-]+\s){0,2}[\w-]*[a-z](?<!s)s(?:\s(?:with|without|on|in|of|from|at|not|under|using|running)\b[^,.:;]*)?,\s/i),
  /** "For hosts that still run it:". */
  beginningWith('for', /^for\s(?!(?:each|every|all|any|both|more|details|those|the)\b)(?:[\w-]+\s){1,4}(?:that|which|whose)\s(?!you\b)/i),
  /** "This step is for clusters that were set up before May." */
  having('for|applies|apply', /^(?:this|these|the following)\b[^.,:;]{0,40}?\s(?:(?:is|are)\s(?:only\s)?(?:meant\s|intended\s)?for|appl(?:y|ies)\s(?:only\s)?to)\s(?!(?:all|every|each|any|both|you|us)\b)[^.,:;]{1,60}\s(?:that|which|whose|with|without|older|newer|before|after|running)\b/i),
  /** "In rare cases". */
  having('case', /^in\s(?:\w+\s){0,3}cases?\b/i),
  /** "A quicker way". */
  beginningWith('a|an', /^an?\s\w+\s(?:way|approach|method|possibility|alternative|workaround)\b/i),
  /** "With replication enabled". */
  having('enabled|disabled', /^with\s[^.,:;]{1,40}\s(?:enabled|disabled)\b/i),
);

/** How what is done at a place, a time or in a state of its own begins: "In the staging account:", "During the freeze:". The author's own place is here. */
export const SOMEWHERE =
  beginningWith('now|then|next|first|also|finally|again|back|and|on|in|at|inside|within|during|under|from', /^(?:(?:now|then|next|first|also|finally|again|back|and)[\s,]+){0,3}(?:on|in|at|inside|within|during|under|from)\s+(?!(?:order|addition|parallel|least|(?<=\bat\s+)most|last|first|once|general|short|total|turn|detail|practice|scratch|here|now|there|my|our|your|local|any|all|each|every|both|this|that|these)\b|(?:(?:an?|the)\s+)?(?:\w+\s+)?(?:next|following|same|repo\w*|root|project|folder|directory|checkout|workspace|terminal|shell|console|command|browser|background|meantime|prompt|end(?! of (?:the|an?|every|each) (?:\w+ )?(?:day|night|week|month|quarter|year|shift|sprint|month|maintenance|window|trading|business)\b)|example)\b)\w/i);

/** What is done to another end than the block above: "For a fleet-wide restart, use:". */
export const FOR_ANOTHER = beginningWith('for', /^for an? [^,:;]{2,60}(?::$|,\s(?:\w+\s)?(?:use|run|do|execute|try|type|follow|start|set|take)\b)/i);

/** What may not be there: "Kill the sessions that are left (if any):". To copy or to migrate nothing does no harm; what would be destroyed is looked at first. */
export const IF_ANY = /\bif (?:there (?:is|are) )?any\b/i;

/** How a paragraph begins that is about all that stands below it: "Only needed when the keys are lost. …". */
export const OPENS_A_CASE = /^(?:to be (?:done|run|executed|performed|carried out|started)\b|only (?:needed|necessary|required|if|when|for|in|on|after|once)|optional(?:ly)?|alternatively|instead(?! of)|unless)\b(?<!optional(?=\s[\w-]+(?:\s[\w-]+)?\s(?:is|are)\b))/i;

/** A case with what is done in it, which is not to run the command or to leave it out: "Optionally, watch the dashboard.", "If you change this, update the wiki too." */
const WITH_ITS_DEED = /^(?:if|when|should|unless|in case|optional(?:ly)?)\b[^,:]{0,80}[,:]\s+(?![^]*(?::$|\b(?:skip|omit|ignore|leave|not|don['’]t|never|no|instead|stop|only|run|execute|below|following)\b))\S/i;

/** Whether a sentence beside a command is about something else in a case of its own. */
export function tellsOfElse(words: string): boolean {
  return WITH_ITS_DEED.test(words);
}

/** A heading that says where by a name alone: "From testbox", "Rebuild it (from testbox)". */
export const AT_NAME = /(?:^|\()(?:on|from)\s(?!(?:parallel|general|short|total|turn|detail|practice|scratch|here|call|demand)\b)[\w-]+(?:\)|$)/i;

/** What a sentence is about where it gives a value, or says when all of the file is used. */
const NO_CASE = /^(?:replace|change|set|adjust|substitute|specify|note|see|assum|use (?:this|it|that)\b)/i;

/** A question for a case, and not for what a command shows: "Still failing?", "No luck?"; not "Who is there?" */
export const ASKS_WHETHER = /^(?!(?:who|whose|what|which|where|how|why)\b).*\w\?$/i;

/** A question for a number, a person or a kind: "How many keys are there?", "Who is logged in?"; not for what is to be done or is told here: "How do I restart it?", "What is its name?" */
export const ASKS_HOW_IT_IS = having('?', /^(?:who|whose|which|how (?:many|much|old|long|far|full|large|big|busy|recent|late|stale))\b(?!\s+(?:to|do|does|did|can|could|should|about|else|if|next|now)\b|\s+(?:is|are|was)\s+(?:this|that|it|these|those|an?)\b|\s+happen).*\w\?$/i);

/** What is called a try without effect: "Dry run:", "Simulate it:". */
export const TRIES_ONLY = having('dry|simulat|rehears|preview', /^(?:(?:now|then|next|first|do|make|run|perform|start with|as)[\s,]+){0,2}(?:an?\s|the\s)?(?:dry[- ]?run|simulat(?:e|ion)|rehears(?:e|al)|preview)\b/i);

/** A line that says when, in which case or by whom, as an entry does: "Precondition: no running jobs", "Frequency: monthly", "Executed by: the network team". */
export const CASE_ENTRY = having(
  'condition|require|trigger|scope|applies to|approv|sign-off|signoff|by|frequency|schedule|timing|window|status|when|who|only',
  /^(?:(?:pre-?)?conditions?|requires?|trigger(?:ed by)?|scope|applies to|approv(?:al|ers?|ed by)|sign-?off|(?:to be )?(?:executed|performed|run|done) by|frequency|schedule|timing|(?:maintenance |change )?window|status|when|who|only (?:for|on|in))\s*:\s*\S*[a-z]/i,
);

/** What is not for now: "Previously we used:", "Once a month, …". */
const OTHER_TIME = having('previously|formerly|past|deprecated|obsolete|old|used|later|tomorrow|after', /^(?:previously|formerly|in\s+the\s+past|deprecated|obsolete|the\s+old\s+(?:way|method|command|procedure)|we\s+used\s+to|later(?=\s*[,:])|tomorrow|after\s+the\s+incident)\b/i);

/** What is done again and again, at a time that nobody knows to be now: "Run this procedure quarterly". */
const EVERY_SO_OFTEN = oneOf(
  having('daily|nightly|weekly|monthly|quarterly|yearly|annually|every', /^(?:run|do|perform|repeat|execute|use)\b[^.:;]{0,60}\b(?:daily|nightly|weekly|monthly|quarterly|yearly|annually|every (?:day|night|week|month|quarter|year|release|\d+ \w+))\b/i),
  // "Rotate it every 180 days:", "Rotate it (twice a year):"; not "Schedule a backup every night:".
  having('every', /^(?!(?:schedule|create|add|set|configure|enable|install|make|register)\b)[^.:;]*(?<!\b(?:of|for|from))\severy\s(?:(?:\d+|other|few|two|three|four|six)\s)?(?:day|night|week|month|quarter|year|sprint|release)s?\s*:$/i),
  having('once|twice|times', /\((?:about\s)?(?:once|twice|\w+ times)\s(?:an?|per|every|each)\s(?:day|night|week|month|quarter|year|sprint|release)\)/i),
);

/** What something else does, shown and not to be done, or the same in other words: "This is what the job runs.", "Shorter version:". */
const SHOWN = having('under the hood|behind the scenes|appendix|annex|the same|equivalent|is what|form|version', new RegExp(String.raw`^(?:under the hood|behind the scenes|(?:appendix|annex)\b|(?:this|that|it|which) (?:is|has|does) (?:the same|equivalent)\b|(?:this|that|it) is what (?!${WHAT_TO_DO})|(?:the )?(?:manual|longer|shorter) (?:form|equivalent|version)\s*[:.]?$)`, 'i'));

/** What takes back the command above: "To undo:", `# undo:`. */
const UNDO = having('undo|reverse|revert', /^(?:to\s+)?(?:undo|reverse)(?:\s+(?:it|this|that))?(?:\s+(?:with|by))?\s*[:,]|^to\s+revert\s+(?:this|that|it)\s*[:,]/i);

/** Where it is not to be run: "Never run this in production". */
const NOT_THERE = beginningWith('do|don|never|not', /^(?:please\s+)?(?:(?:do\s+not|don['’]t|never)\s+(?:run|use|execute|do)\s+(?:this|these|it)\s+(?:on|in)\s+(?:production|prod|live)\b|do\s+not\s+run\b\s*[.!:]?$|not\s+(?:on|in|for)\s+(?:production|prod|live)\b)/i);

/** What shows how something is done, with values of its own: "For example, to restart the shop:", "Run something like:". */
const EXAMPLE =
  having('example|e.g|instance|something|similar|like', /^(?:(?:here|this|below|following)\s+(?:is|are)\s+)?(?:(?:an?|the|some|one|another)\s+){0,2}examples?(?=\s*[:,]|\s+(?:of|how|to|usage|command|commands|below)\b|\s*$)|^for\s+example,|^e\.g\.?\s*[,:]|^for\s+instance\b|\bsomething\s+(?:like|similar|along)\b|\bcommands?\s+(?:similar\s+to|like)\s+(?:this|these|the\s+following)\b|\(example\b(?!\.\w)|\bexamples$/i);

/** Whether a sentence leads to an example. */
export function isExampleLead(words: string): boolean {
  return EXAMPLE.test(words);
}

/** Headings over what is told and not to be done now, in parts. */
const TOLD_HEADINGS = [
  /** What explains: "Background", "How it works", "Root cause", "FAQ". */
  String.raw`background|introduction|overview|how (?:it|this|that) works|architecture|(?:root )?causes?|root cause analysis|(?:known )?failure modes|faqs?|frequently asked questions|notes?`,
  /** What was: "Timeline", "What we did last time", "Change log". */
  String.raw`timeline|what (?:we did|happened)(?: last time)?|history|change ?log|old procedure`,
  /** What not to do. */
  String.raw`anti-?patterns?|what not to do|(?:common )?mistakes(?: to avoid)?`,
  /** What may be some day: "Future work", "To-do", "Ideas". */
  String.raw`future (?:improvements|work)|to-?do|ideas|drafts?|alternatives considered`,
  /** What is done another time: "Regular maintenance", "Post-incident review", "Reproduce the problem". */
  String.raw`regular maintenance|after the incident|post-?incident(?: (?:review|analysis|report|notes?|follow-?ups?|improvements?))?`,
  String.raw`(?:simulat(?:e|ing)|reproduc(?:e|ing)) (?:the |an? )?(?:failure|fault|outage|problem|issue|incident|alert|bug)`,
];
const TOLD_HEADING =
  having('background|introduction|overview|works|architecture|cause|anti|not to do|mistake|timeline|we did|happened|failure|history|change|faq|questions|note|future|to-do|todo|ideas|draft|considered|procedure|fault|outage|problem|issue|incident|alert|bug|maintenance', new RegExp(`^${NUMBER}(?:${TOLD_HEADINGS.join('|')})$`, 'i'));

/** Whether a heading tells of something rather than asking for it. */
export function tellsOnly(heading: string): boolean {
  return TOLD_HEADING.test(heading);
}

/** A label of a case: "Hotfix releases only:", "Off-peak only: restart it". An order says what it does: "Restart the masters only:". */
const LABEL_ONLY = having('only', /^(?:[\w-]+\s){1,4}(?<!read\s)only(?=\s*(?:[:.]|$))/i);

/** No more than when it is done: "Do this after hours:", "Run it at night". */
const WHEN_DONE = having('after|during|outside|between|at', /^(?:do|run|execute|perform|start|apply)\s(?:this|it|these|them|that|the\s(?:following|command|script|job)\w*)\s(?:\w+\s)?(?:after|during|outside|between|at)\s(?!(?:once|last|least|most|this|that|your|the\s(?:\w+\s)?(?:root|top|prompt|same|end)|any)\b)/i);

/** The hour at which, or from or to which, it is done: "between 01:00 and 04:00", "not before 22.00", "after 6 pm"; not "so that nobody is woken at 03:00", "from 1.25 to 1.26". */
const BY_THE_CLOCK = having('0|1|2|3|4|5|6|7|8|9', /^(?:(?!\bso\b)[^])*?\b(?:between|after|before|from|at|until|till|by|around)\s(?:\d{1,2}:\d{2}\b|\d{2}\.(?:00|15|30|45)\b|\d{1,2}\s?(?:am|pm|h|hours|o['’]clock)\b)/i);

/** The day on which, or from or to which, it is done: "Before Dec 23:", "After the 4th of January:", "From 2027-01-04 on"; not "Restore the dump from 2026-03-11". */
const BY_THE_DATE = beginningWith('before|after|on|until|till|from|by|between|starting|as', /^(?:before|after|on|until|till|from|by|between|starting(?: on)?|as of)\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b|\d{4}-\d{2}-\d{2}\b)/i);

/** What somebody has to ask for: "Deletion on customer request", "upon written instruction". */
const ASKED_OF_US = having('request|demand|instruction|order', /\b(?:up)?on\s(?:\w+\s){0,2}(?:request|demand|instructions?|orders?)$/i);

/** A while after something: "two weeks after the migration", "a day later". */
const A_WHILE_AFTER = having('later|after', /\b(?:an?|one|two|three|four|six|few|several|some|\d+)\s(?:hours?|days?|weeks?|months?)\s(?:later|after)\b/i);

/** Beside something else: "Meanwhile:", "In parallel:". */
const BESIDE = having('parallel|meanwhile|same time|simultaneous|concurrent', /^(?:in parallel|meanwhile|at the same time|simultaneously|concurrently)\b/i);

/** Which step comes before or after: "Do this last:", "Start with step 3.", "Go to step 4."; not "Repeat step 1". */
const OTHER_STEP = oneOf(
  having('last', /^(?:do|run|execute)\s(?:this|it|that)\s(?:at the very\s)?last\b|^this\s(?:comes|goes|is done|runs?)\s(?:at the very\s)?last\b/i),
  having('step|section|part|phase', /^(?:please\s)?(?:go|skip|jump|start|begin|continue|return|see|do|run|finish|complete)\b[^:]*?\b(?:(?:step|section|part|phase)s?\s(?:\d+|[A-H]\b|above|below)|(?:next|previous|last|first|following)\s(?:step|section|part|phase))\b/i),
);

/** What is said in a note: "Restart it (see note below):", "Restart it*:". */
const SEE_NOTE = having('see|*|†|‡|¹|²|³', /\bsee\s(?:the\s|my\s)?(?:notes?|warnings?|remarks?|caveats?)\b|(?<=\w)[*†‡¹²³]\s*[:.]?$/i);

/** What sets a way apart from others: "Not recommended:", "Quick and dirty:", "Temporary fix:", "Advanced:". */
const KIND_OF_WAY = having(
  'recommended|discouraged|preferred|dirty|fix|solution|remedy|approach|advanced|experimental|bonus|extra|big hammer|danger zone|four-eyes|four eyes',
  /^(?:the\s|an?\s)?(?:(?:not |strongly |highly )?(?:recommended|discouraged|preferred)|quick (?:and|&) dirty|(?:temporary|interim|short[- ]term|long[- ]term|proper|permanent|quick|dirty|better|real)\s(?:fix|solution|remedy|approach)|advanced|experimental|bonus|extras?|big hammer|danger zone|four[- ]eyes)\s*[:.!]?$/i,
);

/** A clause is over, or goes on with its case. */
const ENDS = String.raw`(?=\s*(?:$|[.,:;()]|[–—-]\s|(?:for|when|if|and|in|where|only)\b))`;
/** What is said of a command or a script is said of what stands below. */
const NOT_OF_COMMAND = String.raw`^(?!(?:the|this|our|an?)\s(?:\w+\s)?(?:script|command|playbook|block|helper|tool|task|target|wrapper|job)\b)`;

/** What is hardly ever for now, or may be left out, or is done by something else as long as that works: "Rarely needed.", "Kept for reference.", "This step can be skipped if …", "Manual deletion is the fallback." */
export const HARDLY = oneOf(
  having('rarely|seldom|hardly|almost never', /\b(?:rarely|seldom|hardly ever|almost never)\s(?:needed|necessary|required|used|useful|run|done|tried|happens)\b|^you\s(?:will\s|should\s)?(?:rarely|seldom|hardly ever)\s(?:need|want|have)\b/i),
  having('for ', /^(?:(?:this|it|the (?:command|block|step|section|following))\s(?:is\s)?)?(?:(?:only|just|kept|here|listed|included|left|shown|mentioned|documented|recorded)\s){0,3}for (?:the record|reference|completeness|documentation|posterity|historical reasons|information(?: only)?)(?: only)?\s*[:.]?$/i),
  having('skip|omit|leave', /\b(?:you|we|one)\s(?:can|may|might|could)\s(?:(?:also|safely|usually|often|sometimes|simply)\s)?(?:skip|omit|leave\s(?:this|it|these)\sout)\b/i),
  having('skipped|omitted|left', /^(?:this|it|that|these|the\s(?:[\w-]+\s){0,3}(?:(?:sub-?)?steps?|commands?|blocks?|sections?|parts?|restart))\b[^.,:;]{0,30}\s(?:can|may|might|could)\s(?:(?:also|safely|usually|often|sometimes|simply)\s)?be\s(?:safely\s)?(?:skipped|omitted|left\sout)\b/i),
  having('fallback|resort|plan', new RegExp(String.raw`\b(?:is|are|as|only|just)\s(?:(?:the|an?|our|your|only|meant as|just)\s){0,2}(?:\w+\s)?(?:fallback|last resort|backup plan|plan b)${ENDS}`, 'i')),
  having('prefer', /^prefer\s(?!to\b)[^.:]{2,60}[;,]\s|\b(?:is|are)\s(?:always\s)?(?:preferred|preferable)\s(?:over|to)\s(?:this|that|it|these|(?:the\s)?(?:\w+\s)?(?:commands?|way|procedure|steps?|method|blocks?))\b/i),
  beginningWith('use|try', /^(?:use|try)\s(?!(?:the\sfollowing|these|this)\b)[^.,:;]{2,50}\sfirst(?=\s*(?:$|[.,;:]|(?:if|where|when)\b))/i),
  // Not "The script does this by itself", which is the command below.
  having('does|handles|takes', new RegExp(String.raw`${NOT_OF_COMMAND}.*\bdoes\s(?:this|that|it)\s(?:by\sitself|on\sits\sown|automatically|on\sa\sschedule)${ENDS}`, 'i')),
  having('normally|usually|default|most', new RegExp(String.raw`${NOT_OF_COMMAND}(?=.*\b(?:normally|usually|by\sdefault|in\smost\scases|most\sof\sthe\stime)\b).*\b(?:does|handles|takes\scare\sof)\s(?:this|that|it)\b`, 'i')),
);

/** When or where alone it is to be run, and how what leaves it out in some case begins, wherever that stands above it: "Run it only after the review", "Needed only for old racks", "Skip it where the system is new". */
const THE_RUN = String.raw`(?:please\s)?(?:(?:(?:this|it)\s(?:is|(?:may|must|should|can)\sbe)|to\sbe)\s)?(?:run|use|execute|do|start|apply|perform|proceed|continue|needed|necessary|required|done|used|meant)`;
export const LIMITS_RUN = oneOf(
  having('only|solely|exclusively|just', new RegExp(String.raw`^${THE_RUN}\b(?:\s(?:it|this|that|these|them|by hand|the\s\w+)){0,2}\s(?:only|solely|exclusively|just)\s(?:after|as an?|at|between|during|for|from|if|in|on|once(?=\s\w)|outside|under|unless|until|when|where|while|with|within)\b`, 'i')),
  // "Ideally at night.", "An old image cannot read it; redeploy it instead."
  beginningWith('ideally|preferably|best', /^(?:ideally|preferably|best(?:\s(?:done|run))?)\s(?:after|at|before|between|by|during|in|on|outside|when|while|with)\b/i),
  having('instead', /[,;]\s(?:then\s)?(?!use\b)[a-z]{3,}(?:\s[^.,;:]{1,40})?\sinstead\s*\.?$/i),
  // "Not to be used on live hosts.", "It is meant for the old rack.", "This is for the lab alone.", "Nobody but the owner runs it."
  beginningWith('not|nobody|no|none', /^(?:not\s(?:to\sbe\s(?:run|used|done|executed)|meant|intended)|(?:nobody|no one|none)\s(?:but|except))\b/i),
  having('meant|intended|reserved|strictly', /^(?:(?:this|it|the\s(?:command|block|step|following))\sis\s)?(?:only\s|strictly\s)?(?:meant|intended|reserved)\s(?:only\s|strictly\s)?for\s(?!(?:all|every|each|any|both|you|us|use)\b)|^strictly\sfor\b/i),
  having('alone|only', /^(?:(?:this|it)\sis\sfor|(?:(?:this|it)\s)?applies\sto|(?:this|it)\s(?:may|must|can|should)\sbe\s\w+\sby)\s[^.,:;]{1,60}\s(?:alone|only)(?=\s*[.]?$)/i),
  // "Munich has its own.", "The other sites have their own runbook."
  having('own', /^(?!(?:each|every|all|both|it|they|we|you)\b)[^.,:;]{2,40}\s(?:has|have)\s(?:its|their)\sown(?:\s(?:page|runbook|procedure|document|guide|playbook|instructions))?\s*\.?$/i),
  having('enough|sufficient', /\babove\s(?:is|will be|should be)\s(?:\w+\s)?(?:enough|sufficient)\b/i),
  beginningWith('skip', /^skip\s(?:it|this|that|these|them|(?:this|the)\s(?:command|step|block|section))\s(?:if|when|where|unless|on|for|in)\b/i),
);

const TIMES = [BESIDE, WHEN_DONE, A_WHILE_AFTER, BY_THE_CLOCK, BY_THE_DATE, OTHER_TIME, EVERY_SO_OFTEN];
const KINDS = [...TIMES, OTHER_STEP, SEE_NOTE, KIND_OF_WAY, ASKED_OF_US, SHOWN, UNDO, NOT_THERE, HARDLY, LIMITS_RUN];

/** The end of a label that is a thing which happens, or begins with what is wrong with a thing: "GDPR requests", "Hanging hosts". */
const LABEL_OF_CASE = having(
  'request|complaint|incident|outage|alert|alarm|error|failure|time|crash|leak|breach|spike|emergenc|hang|hung|corrupt|frozen|stuck|stale|stalled|dead|fail|broken|orphan|expired|un|slow|flap|loop|freeze|dies|stalls|wedged|lost|missing|misbehaving|overloaded|lagging|legacy|affected|infected',
  /^(?:[\w-]+\s){1,3}(?:requests|complaints|incidents|outages|alerts|alarms|errors|failures|timeouts|crashes|leaks|breaches|spikes|emergencies)$|^(?:hanging|hung|frozen|stuck|stale|stalled|dead|crashed|crashing|failed|failing|broken|corrupt(?:ed)?|orphaned|expired|unhealthy|unreachable|unresponsive|slow|flapping|leaking|looping|wedged|lost|missing|misbehaving|overloaded|lagging|legacy|infected)\s(?:[\w-]+\s){0,2}[\w-]+s$|\s(?:hangs|fails|crashes|stalls|freezes|loops|flaps|leaks|dies|times out)$/i,
);

/** Whether a sentence is a label that is a case, or has its order behind one: "Hanging hosts:", "GDPR requests: delete the jobs", "Disk full: clear it". */
export function isOfLabel(words: string): boolean {
  const { label = '', order = '' } = /^(?<label>[^.,:;]{3,50})(?:[.:]$|:\s+(?<order>\S.*)$)/.exec(words)?.groups ?? {};
  if (order === '') return LABEL_OF_CASE.test(label) && !saysWhatToDo(label);
  return saysWhatToDo(order) && (LABEL_OF_CASE.test(label) || isTrouble(label));
}

/** Whether a sentence tells something in a clause of its own, and behind a colon what is done about it: "The shop does not work after the swap: take it back". Below "If it fails" that is a case. */
export function hasOrderBehindClause(words: string): boolean {
  const { clause = '', order = '' } = /^(?!(?:after|at|before|finally|first|for|from|in|now|on|then|to|with)\b)(?<clause>[\w'’-]+(?:\s[\w'’-]+){2,12}):\s+(?<order>\S.*)$/i.exec(words)?.groups ?? {};
  return clause !== '' && !saysWhatToDo(clause) && saysWhatToDo(order);
}

/** Whether a sentence leads to what is done at a time of its own. */
export function isAtATime(words: string): boolean {
  return TIMES.some((kind) => kind.test(words));
}

/** Whether a sentence leads to one way of several, to another time, or to what is not to be done. */
export function isOneWay(words: string): boolean {
  if (KINDS.some((kind) => kind.test(words)) || (LABEL_ONLY.test(words) && !saysWhatToDo(words)) || isOfLabel(words)) return true;
  const found = NO_CASE.test(words) ? null : ANY_CASE.exec(words);
  return found !== null && !ASKS.test(words.slice(0, found.index));
}
