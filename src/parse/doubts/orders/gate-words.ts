import { beginningWith, having, oneOf } from '../../../model/index.ts';

/** The words by which prose and comments tell to stop, to wait or to look. Data for `gate.ts`; each list is tried on text without code and quotations. */

/** A text without one of these words has no such order in it: splitting it into sentences would cost more. */
export const GATE_WORD = /\b(?:stop|proceed|continue|wait|further|go on|go ahead|carry on|pause here|hold (?:off|on|until|for)|abort|halt|quit|back out|before|until|unless|without|a second|must (?:first )?(?:approve|sign off|be (?:approved|signed off))|approval|sign-?off|permission|authori[sz]ation|go-ahead|green light|(?:the|a) go|(?:confirm|check|agree|clear|verify|coordinate|align)(?: (?:this|that|it))? with|once|after|when|as soon as|done|finished|skip|jump|no more|(?:give|allow) [^.,;:]{1,40}?(?:time|seconds?|minutes?|hours?|moments?|days?|nights?|weeks?|months?|while|fortnight)|(?:not|don['’]t|never) (?:start|begin)|(?:for|in|over) [^.,;:]{1,30}?(?:minutes?|mins?|hours?|hrs?|(?<=\d) ?h|days?)|overnight)\b/i;

/** A text without one of these words prefaces nothing. */
export const PREFACE_WORD = /\b(?:only|optional|unnecessary|not (?:always )?(?:needed|required|necessary))\b/i;
/** "The following is only for EU clusters", "The steps below are optional", "All of this is not needed on staging". */
export const PREFACE = having('only|optional|unnecessary|needed|required|necessary', /^(?:(?:all (?:of )?)?(?:the\s)?(?:following|(?:steps?|commands?|sections?|procedures?|actions?|rest)(?:\s(?:below|that follows?))|rest(?:\sof\s[^.,;]{1,40})?|everything below|what follows)(?:\s(?:steps?|commands?|sections?|procedures?|actions?))?|(?:all of\s)?this(?:\s(?:section|part|procedure|runbook))?)\s(?:is|are|applies|apply|holds?|must|should|may)\s[^:]*?\b(?:only|optional|unnecessary|not (?:always )?(?:needed|required|necessary))\b/i);

/** What is told of something before "and wait for": "This will restart them and wait until they run" orders nothing. */
export const TOLD_OF = /^(?:this|it|that|such|these|the|an?)\b(?![^]*[.,;:])[^]*\b(?:will|can|may|might|could|would|causes?|makes?)\b/i;

/** What a program is said to do, up to a colon, or what is below is: "`backup.sh` quiesces a follower: delete the pod, wait for Ready." */
export const TELLS_OF_PROGRAM = /^(?:`[^`]*`\s(?:\w+ly\s)?(?!is\b|was\b)[a-z]{2,}s\b|what\s[^:]*\b(?:does|do)\b)[^:.]*:/i;

/** A heading that asks how things are, or tells what something does by itself: what stands below explains, and orders nothing. */
export const EXPLAINS = having('?|what', /^what (?:happens|(?:it|this) does)$|^(?:how (?:does|is|are|was|were)|what (?:is|are|was|were|happens|happened)|why)\b(?!.*\b(?:i|we|you|do|done|steps?|procedure)\b).*\?$/i);

/** A line of metadata: "Approver: the lead", "Mode: consult". */
export const IS_ENTRY = /^[A-Z][\w ]{0,24}:\s/;

/** Verbs of beginning, whatever is begun. */
const BEGIN = '(?:start|begin|initiate|commence|launch|trigger|attempt|perform)';
const GO_ON = '(?:continue|proceed|go on|go ahead|carry on)';
/** "for an hour", "for at least 15 minutes", "overnight". */
const A_WHILE = String.raw`(?:(?:for|over) (?:(?:at least|about|around|up to|another|some|the next) )?(?:\d+(?:\s?[–-]\s?\d+)?|an?|one|two|three|five|ten|fifteen|twenty|thirty|half an|a few|several)[ -]?(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?)|overnight)`;
/** To do that for a while: "Watch the error rate", "Leave it running"; not "Look for pods that have been pending for an hour", which says how something is. */
const LASTS = String.raw`(?:soak|bake|observe|monitor|watch|stay|keep (?:an eye|watch|monitor|observ|look)[a-z]*|let|look at|leave (?:it|this|them|things)(?: (?:running|alone|like (?:this|that)|as (?:it is|they are)|on|off))?)\b(?:(?!\b(?:that|which|who|whose|has|have|had|was|were|is|are|over)\b)[^.,;:]){0,60}?`;
/** Orders to let time pass, in parts. */
const WAITS = [
  /** "Wait for the drain"; not "The wait time". */
  String.raw`wait(?= [a-z\d])(?! (?:time|times|state|states|list|lists|queue|events?|conditions?|loops?)\b)`,
  /** "Give it a minute", "Allow some time for the caches", "Give it a day". */
  String.raw`(?:give|allow) [^.,;:]{1,40}?\b(?:time|seconds?|minutes?|hours?|moments?)\b`,
  String.raw`(?:give|allow) (?:it|them|this|things) [^.,;:]{1,20}?\b(?:days?|nights?|weeks?|months?|while|fortnight)\b`,
  /** "Watch the error rate for 10 minutes", "Come back in an hour". */
  `${LASTS} ${A_WHILE}`,
  String.raw`(?:come|check|look) back (?:in|after) (?:an?|\d+|one|some|half an) (?:minutes?|hours?|days?|while|time)`,
];
/** Orders to stop, wait or look, in parts. */
const GATE_ORDERS = [
  /** "Stop here", "Stop and call the lead", "…; stop."; not "Stop and remove the container". */
  String.raw`stop here|stop and(?! (?:re)?(?:move|start|create|build|boot|deploy|delete|disable|drop|destroy|kill|mask|purge|rm|unmount|uninstall)\b)\b|(?<=[,;–—]\s*)stop(?=\s*[.!]?\s*$)|pause here|hold (?:off|on|until|for)`,
  /** "Abort if …", "…, back out." */
  String.raw`(?:abort|halt|quit|stop|back out) (?:if|when|unless|until)|(?<=[,;–—]\s*)(?:abort|halt|quit|back out)(?=\s*[.!]?\s*$)`,
  /** "Do not go any further", "Do not touch it before …". */
  String.raw`do(?: not|n't|n’t)\s+(?:proceed|continue|go (?:on|ahead|(?:any )?further)|(?:run|do|touch|execute|invoke|${BEGIN}) (?:[^.;:]{1,60}\b)?(?:before|until|unless|without))`,
  /** "Don't start on a yellow cluster", "Never begin while a backup runs", "Don't start yet". */
  String.raw`(?:do(?: not|n't|n’t)|never)\s+(?:start|begin)(?=\s+(?:on|if|while|when|during|before|until|unless|yet|now)\b|\s*(?:[.!,;]|$))`,
  /** "Go on only if …", "Only go on if …". */
  String.raw`${GO_ON} only (?:if|when|once|after)|only ${GO_ON} (?:if|when|once|after)`,
  /** "Get a second pair of eyes", "Obtain the approval of the lead"; not "Get permission denied errors". */
  String.raw`get a second (?:person|pair|engineer|operator|opinion)`,
  String.raw`(?:get|obtain|seek|request|ask for|await) (?:[\w'’-]+ ){0,5}?(?:approval|sign-?off|permission|authori[sz]ation|go-ahead|green light|(?:the|a) go(?=\s(?:from|of|by)\b|\s*[.,;!]|$))\b(?! (?:denied|errors?|issues?|problems?|requests?|rules?|settings?))`,
  String.raw`(?<wait>${WAITS.join('|')})`,
];
const GATE_HAS = "stop|pause here|hold |abort|halt|quit|back out|do not|don't|don’t|never|proceed|continue|go on|go ahead|carry on|get a second|approval|signoff|sign-off|permission|authori|go-ahead|green light|the go|a go|wait|give|allow|soak|bake|observe|monitor|watch|stay|keep|let|look|leave|come back|check back";
/** Such an order at the start of a sentence or clause. */
export const GATE = having(GATE_HAS, new RegExp(String.raw`(?:^|[.;:,!?–—(]\s*|\b(?:and|then|please|so|now|first|next|finally)\s+)(?<order>${GATE_ORDERS.join('|')})\b`, 'gi'));

/** What ends it, or leaves out what comes next, in one case: "If it goes down, you're done", "If it has recovered, skip to step 4". */
export const ENDS_IN_CASE =
  having('done|finished|you can stop|you may stop|skip|jump|no further|no more', /^(?:if|when|should|as soon as|once)\b[^:]*?[,;–—]\s*(?:then\s+|and\s+)?(?:you(?:['’]re| are)\s+(?:all\s+|already\s+)?(?:done|finished)\b|you (?:can|may) stop\b|(?:you (?:can|may) )?(?:skip|jump)\s+(?:(?:straight|directly|ahead|right|forward|on)\s+)*(?:to|the (?:rest|next|following|remaining))\b|(?:there is )?no (?:further|more) (?:action|steps?)\b)/i);

/** "Before moving on, back up the ring." */
export const BEFORE_GOING_ON = beginningWith('before', /^before\s(?:you\s|we\s)?(?:mov(?:e|ing)|proceed(?:ing)?|continu(?:e|ing)|go(?:ing)?|carry(?:ing)?)\b(?:\s(?:on|ahead|any further|further|to the next \w+))?,\s*(?<deed>\S.*)$/i);

/** Somebody is to be asked first: "Confirm with the lead", "This needs approval by the board". */
export const WITH_SOMEBODY = oneOf(
  having(' with the | with your | with a', /^(?:(?:please|then|now|first|also|always)[\s,]+){0,3}(?:confirm|check|agree|clear|verify|coordinate|align)(?: (?:this|that|it))? with (?:the|your|an?) (?:[\w'’-]+ ){0,2}?(?:lead|manager|owners?|dba|team|on-?call|commander|customers?|supervisor|vendor|client|architect|engineer)\b/i),
  having('approval|signoff|sign-off', /\b\w+ (?:needs?|requires?)\s(?:[\w'’-]+\s){0,3}?(?:approval|sign-?off)\b/i),
  having('must', /\bmust (?:first )?(?:approve|sign off|be (?:approved|signed off))\b/i),
);

/** What people say or give: "Wait for the approval", "Once the customer has agreed". */
export const WORD_OF_PEOPLE = having('appro|agree|consent|permission|sign|go-ahead|goahead|green light', /\b(?:approv(?:e[sd]?|als?)|agree(?:s|d|ment)?|consent(?:s|ed)?|permission|sign(?:s|ed)?[- ]?offs?|go-?ahead|green light)\b/i);

/** A comment, a heading or a line of one word in capitals: a title of what stops something is none. */
export const STOP_SIGN = /^STOP\b\s*(?:[!.:,–—-]|$)/;

/** What has to have happened, before a comma or a colon: "Once the drain has finished, ". */
export const AFTER_EVENT =
  beginningWith('only|once|after|when|as', /^(?:only\s+)?(?:once|after|when|as soon as)\s+(?<who>the|all|your|every|each|both|it|this|that|they|approval|someone|somebody|you|[a-z][a-z-]+(?=\s(?:has|is|finishes|completes|ends|succeeds)\b))\b(?<what>[^.,;:]{0,80}?)\b(?:(?:has|have|is|are|been)\b(?!\s+not\b|n['’]t)(?:\s[^.,;:]{0,25}?)?\s(?:finished|completed?|done|ended|over|drained|begun|started|open|ready|healthy|running|up|online|(?:in )?sync(?:ed|hroni[sz]ed)?|caught up|stopped|propagated|converged|approved|agreed|confirmed|verified|restored|available|passed|gone|empty)|finishes|completes|ends|begins|opens|succeeds)\b(?<rest>[^.;]*)$/i);

/** What somebody has to have looked at, before a comma or a colon: "After confirming that the disk is clean:", "After the sum matches the list, …". */
export const AFTER_LOOK = beginningWith('only|after|once', /^(?:only\s+)?(?:after\s+(?:confirming|verifying|validating|ensuring|making sure|checking that|receiving|obtaining)|after\s[^.,;:]{0,80}?\b(?:match(?:es)?|agrees?|equals?|shows?|confirms?)|once\s+(?:you\s+(?:are|have)\s+)?(?:sure|certain|satisfied|confirmed|verified))\b(?<rest>[^.;]*)$/i);

/** What the commands before it have done when they end, and what the reader did. */
export const DONE_BY_THEN = /\b(?:commands?|scripts?|steps?|above|previous|snippet|block|session|shell|console|repo(?:sitory)?|image|build|install(?:ation|ed)?|download|binary|file)\b/i;

/** A comment that tells to stop where a command fails: it does. */
export const ON_FAILURE = /\bif\b[^,.;:]{0,40}\bfails?\b/i;
