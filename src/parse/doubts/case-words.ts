/** Words that make a command one of several ways, or one for another time. They hold what does more than read: to look does no harm. Data for `conditional.ts`. */

/** Another way than the one above: "Or restart all of it:", "Another option is to …", "You can also …". */
const OTHER_WAY =
  /^(?:or\b|(?:another|an?\s+(?:second|third|different|simpler|quicker|faster|slower))\s+(?:option|way|approach|possibility|method|alternative|workaround)\b|(?:as\s+)?an\s+alternative\b|alternative\s+(?:approach|way|method|option|solution)\b|rather\s+than\s+(?:that|this)\b|either\s+that\s+or\b|you\s+(?:can|could|may|might)\s+also\b)/i;

/** One case of several: "In rare cases, …", "Failing that, …", "For version 3 only:". */
const ONE_CASE =
  /^(?:in\s+(?:that\s+case|such\s+(?:a\s+case|cases)|(?:some|rare|certain)\s+(?:\w+\s+)?cases)|sometimes\b|occasionally\b|failing\s+(?:that|this|which)\b|(?:in\s+the\s+)?worst[-\s]case\b|provided\s+(?:that|the)\b|as\s+long\s+as\b|depending\s+on\b|when\s+(?:that|this|it|they)\s+(?:does|do|did|is|are|was|were|has|have)(?:\s+not|n['’]t)\b|when\s+(?:running|deployed|hosted|installed)\s+(?:on|in|under|with)\b|with\s+[^.,:;]{1,40}\s(?:enabled|disabled)\b|(?:for|on|in|with)\s+[^.,:;]{1,60}\s(?:older|newer|earlier|later|lower|higher|smaller|larger)\s+than\b|(?:for|on|in)\s+[^.,:;]{1,40}\sonly(?=\s*(?:[:,]|$))|you\s+(?:may|might|could)\s+(?:also\s+)?(?:need|want|have|wish)\s+to\b|nice\s+to\s+have\b|\[optional(?:ly)?\])/i;

/** What is not for now: "Previously we used:", "Once a month, …". */
const OTHER_TIME = /^(?:previously|formerly|in\s+the\s+past|deprecated|obsolete|the\s+old\s+(?:way|method|command|procedure)|we\s+used\s+to|later(?=\s*[,:])|tomorrow|once\s+(?:an?|every|per)\s+(?:day|week|month|quarter|year)|after\s+the\s+incident)\b/i;

/** What something else does, shown and not to be done: "Under the hood this runs:". */
const SHOWN = /^(?:under\s+the\s+hood|behind\s+the\s+scenes|(?:this|that|it|which)\s+(?:is|has|does)\s+(?:the\s+same|equivalent)\b|(?:this|that|it)\s+is\s+what\s+(?!you\b|we\b)|(?:the\s+)?(?:manual|longer|shorter)\s+(?:form|equivalent|version)\s*:)/i;

/** What takes back the command above: "To undo:", `# undo:`. */
const UNDO = /^(?:to\s+)?(?:undo|reverse)(?:\s+(?:it|this|that))?(?:\s+(?:with|by))?\s*[:,]|^to\s+revert\s+(?:this|that|it)\s*[:,]/i;

/** Where it is not to be run: "Never run this in production". */
const NOT_THERE = /^(?:please\s+)?(?:(?:do\s+not|don['’]t|never)\s+(?:run|use|execute|do)\s+(?:this|these|it)\s+(?:on|in)\s+(?:production|prod|live)\b|do\s+not\s+run\b\s*[.!:]?$|not\s+(?:on|in|for)\s+(?:production|prod|live)\b)/i;

/** What shows how something is done, with values of its own: "For example, to restart the shop:", "Run something like:". */
const EXAMPLE =
  /^(?:(?:here|this|below|following)\s+(?:is|are)\s+)?(?:(?:an?|the|some|one|another)\s+){0,2}examples?(?=\s*[:,]|\s+(?:of|how|to|usage|command|commands|below)\b|\s*$)|^for\s+example,|^e\.g\.?\s*[,:]|^for\s+instance\b|\bsomething\s+(?:like|similar|along)\b|\bcommands?\s+(?:similar\s+to|like)\s+(?:this|these|the\s+following)\b|\(example\b/i;

/** Whether a sentence leads to an example. */
export function isExampleLead(words: string): boolean {
  return EXAMPLE.test(words);
}

/** Headings over what is told and not to be done now. */
const TOLD_HEADING =
  /^(?:\d+[.)]?\s*)?(?:background|introduction|overview|how (?:it|this|that) works|architecture|(?:root )?causes?|root cause analysis|anti-?patterns?|what not to do|(?:common )?mistakes(?: to avoid)?|timeline|what (?:we did|happened)(?: last time)?|(?:known )?failure modes|history|change ?log|faqs?|frequently asked questions|notes?|future (?:improvements|work)|to-?do|ideas|drafts?|alternatives considered|old procedure|(?:simulat(?:e|ing)|reproduc(?:e|ing)) (?:the |an? )?(?:failure|fault|outage|problem|issue|incident|alert|bug)|regular maintenance|after the incident|post-?incident(?: (?:review|analysis|report|notes?|follow-?ups?|improvements?))?)$/i;

/** Whether a heading tells of something rather than asking for it. */
export function tellsOnly(heading: string): boolean {
  return TOLD_HEADING.test(heading);
}

const KINDS = [OTHER_WAY, ONE_CASE, OTHER_TIME, SHOWN, UNDO, NOT_THERE];

/** Whether a sentence leads to one way of several, to another time, or to what is not to be done. */
export function isOneWay(words: string): boolean {
  return KINDS.some((kind) => kind.test(words));
}
