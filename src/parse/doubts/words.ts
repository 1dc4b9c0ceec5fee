/** The words that leave open whether a block is to run. Data for `conditional.ts` and `gate.ts`; each list is tried on text without code and quotations. */

/** How a sentence or a comment begins that speaks of one case only, in parts. */
const STARTS = {
  /** "If", "Only if", "When needed," and their like. */
  condition: String.raw`optional(?:ly)?|if|(?:when|only)\b[^.,;:]{0,40}\b(?:needed|necessary)|only (?:if|when|for|in|on|after|once)\b|unless`,
  /** Another way; "Alternative: …:" with a colon at its end leads to a choice. */
  otherWay: String.raw`alternatively|alternative(?=:)(?!:[^.]{0,59}:$)|instead|otherwise`,
  /** "In case", "As a last resort". */
  emergency: String.raw`in case|in the event|in (?:an )?emergency|emergency only|(?:as a )?last resort`,
  /** "Staging only". */
  environment: String.raw`(?:(?:on|in|for) )?(?:staging|production|prod|development|dev|test|qa) only`,
  /** "Should the pod hang". */
  should: String.raw`should (?:the|this|that|it|an?|any|you)\b[^.,;:?]{0,60}\b(?:fail|fails|hang|hangs|be|not|need|needs|require|requires|want|occur|happen)`,
  skip: String.raw`skip this|skip the (?:step|section)`,
};
export const CONDITIONAL_START = new RegExp(String.raw`^(?:${Object.values(STARTS).join('|')})\b`, 'i');

/** What a section below the title is for: below the title itself it is what the whole file is for. */
export const USED_WHEN = /^use (?:this|it|that)(?: (?:step|option|method|approach|section|path|way))?,? (?:only )?(?:when|if|in case)\b/i;

/** A condition that is nothing but the choice of a target: "Only if the app is `shop-api`:". */
export const ON_TARGET = /^(?:only )?(?:if|when|for|on) (?:you(?:['’]re| are) (?:working )?on |(?:the|your) [\w -]{2,24} is |it(?:['’]s| is) |on |for )?(?:the )?`?(?<target>[\w.*?-]*[\w*])`?(?: only)?(?:[:.]|, (?:run|do|use|type)(?: this)?[:.]?)?$/i;

/** What is undone another time: "and turn it off later by". */
export const LATER = /^(?:and |then )?(?:to )?(?:turn|switch|put|set|disable|enable|re-?enable|undo|revert|restore)\b[^.:;]{0,40}\b(?:later|afterwards|when (?:you(?:['’]re| are) )?(?:done|finished)|once (?:you(?:['’]re| are) )?(?:done|finished))\b|^to undo (?:this|that|it|these|those|the)\b/i;

/** `Otherwise, the following may fail.` says what comes of it, and is no other case. */
export const CONSEQUENCE = /^otherwise,?\s+(?:the|this|it|your?|they|these|those|there|an?)\b[^:]*\b(?:may|might|will|could|can|would|is|are)\b[^:]*$/i;

/** What stands below is shown as what not to do. */
export const NOT_TO_RUN = /^(?:do not|don't|don’t|never) (?:run|use|execute|do) (?:this|these|it|the following(?: commands?)?)\s*[.:!]?$|^(?:wrong|incorrect|bad|not like this)(?: example)?(?:\s*[:!]|\s+[–—-]\s)/i;

/** `(optional)`, `(only when necessary)`, `(if applicable)`, `(staging only)` anywhere. */
export const IN_PARENTHESES = /\((?:[^()]{0,60}\b)?(?:optional(?:ly)?|(?:if|when|only)\b[^()]{0,40}\b(?:needed|necessary))\b[^()]{0,60}\)|\((?:only )?if (?!any\))[^()]{2,80}\)|\((?:staging|production|prod|development|dev|test|qa) only\)/i;

/** Conditions in the middle of a sentence, in parts. */
const WITHIN = {
  /** "if possible", "when needed", "where applicable". */
  need: String.raw`if possible\b|\b(?:if|when|where) (?:(?:really|absolutely|strictly) )?(?:needed|necessary|required|applicable|desired|appropriate)`,
  /** "once it is no longer used". */
  noLonger: String.raw`(?:when|once|if) (?:(?:it|they|this|that)(?:['’]s| is| are) )?no longer (?:needed|required|necessary|used)`,
  /** "delete it if stuck". */
  state: String.raw`if (?:stuck|causing|present|enabled|configured|supported|installed|deployed|unhealthy|unavailable|missing|still)`,
  /** "only if", "only in an emergency" (the word goes on). */
  onlyIf: String.raw`only if\b|\bonly in (?:an )?emergenc|\b(?:only|not) (?:required|needed|necessary) (?:for|if|on|when)`,
  /** "required only for", "skip this step if". */
  onlyFor: String.raw`(?:required|needed|necessary) only (?:for|if|on|when)\b|\bskip (?:this (?:step )?)?if`,
  /** "only run this in", "run it only when". */
  runOnly: String.raw`only (?:use|run|do|execute|apply|perform) (?:(?:this|it|that|these) )?(?:in|for|if|when|as)\b|\b(?:use|run|do|execute|apply|perform) (?:(?:this|it|that|these) )?only (?:in|for|if|when|as)`,
  /** "if the queue is full", "if it cannot". */
  how: String.raw`if (?:it|they|the\s[^.,;:]{1,40}?)\s(?:[^.,;:]{0,40}\s)?(?:is|are|was|were|cannot|can't)`,
};
export const CONDITION_WITHIN = new RegExp(String.raw`\b${Object.values(WITHIN).join(String.raw`\b|\b`)}\b`, 'i');

/** What stands before `if` where it is a question and not a condition: "check if the pods are up". */
export const ASKS = /\b(?:whether|check|checks|checking|see|verify|verifies|confirm|ask|determine|replace|change|know|test|tell|find out)\b[^.;:]{0,40}$/i;

/** How a comment right above a command begins that names its case, below one that says what is done. */
export const CASE_BELOW = /^(?:only|skip)\b/i;

/** A comment right above a command that is an example of the one before; not one that gives a value. */
export const EXAMPLE_BELOW = /^(?:for )?(?:example|e\.g\.)\s*(?:$|[:,](?!\s*\S+(?:\s+\([^()]*\))?$))/i;

/** Neither opens nor closes a case. */
export const NO_CONDITION = /\bjust in case\b|\b(?:do not|don't|never) skip\b/i;

/** Headings that speak of one case only, or of another time, in parts. */
const HEADINGS = [
  /** "Restart if stuck", "Use the replica instead", "Emergency stop". */
  String.raw`\sif\s|\binstead\b|\bemergency\b`,
  /** What is looked up: "Useful commands", "Quick reference". */
  String.raw`\b(?:useful|handy|helpful|common(?:ly used)?|frequent(?:ly used)?) commands\b|\bquick reference\b|\bcheat ?sheet\b|\bcommands? reference\b`,
  /** Another time: "Prevention", "Long-term", "Weeks later", "Within two days". */
  String.raw`^prevention\b|^preventing\b|\blong[- ]term\b|^(?:\w+\s){0,2}later\b|\bwithin (?:\d+|an?|a few) (?:days?|weeks?|months?)\b`,
  String.raw`\bbest practices\b`,
];
export const CONDITIONAL_HEADING = new RegExp(HEADINGS.join('|'), 'i');

/** A text without one of these words has no such order in it: splitting it into sentences would cost more. */
export const GATE_WORD = /\b(?:stop|proceed|continue|wait|further|go on|go ahead|carry on|pause here|hold (?:off|on|until|for)|abort|halt|quit|back out|before|until|unless|a second|must (?:first )?(?:approve|sign off|be (?:approved|signed off))|approval|sign-?off|permission|authori[sz]ation|go-ahead|green light|(?:confirm|check|agree|clear|verify|coordinate|align)(?: (?:this|that|it))? with|once|after|when|as soon as|done|finished|skip|jump|no more)\b/i;

/** What is told of something before "and wait for": "This will restart them and wait until they run" orders nothing. */
export const TOLD_OF = /^(?:this|it|that|such|these|the|an?)\b(?![^]*[.,;:])[^]*\b(?:will|can|may|might|could|would|causes?|makes?)\b/i;

/** A heading that asks how things are: what stands below explains, and orders nothing. */
export const EXPLAINS = /^(?:how (?:does|is|are|was|were)|what (?:is|are|was|were|happens|happened)|why)\b(?!.*\b(?:i|we|you|do|done|steps?|procedure)\b).*\?$/i;

/** An order to stop, wait or look, at the start of a sentence or clause. */
export const GATE = /(?:^|[.;:,!?–—(]\s*|\b(?:and|then|please|so)\s+)(?<order>stop here|stop and\b|(?<=[,;–—]\s*)stop(?=\s*[.!]?\s*$)|pause here|hold (?:off|on|until|for)|(?:abort|halt|quit|stop|back out) (?:if|when|unless|until)|(?<=[,;–—]\s*)(?:abort|halt|quit|back out)(?=\s*[.!]?\s*$)|do(?:\s+not|n't|n’t)\s+(?:proceed|continue|go (?:on|ahead|(?:any )?further)|(?:run|start|do|touch|execute) [^.;:]{1,60}\b(?:before|until|unless))|(?:continue|proceed|go on|go ahead|carry on) only (?:if|when|once|after)|only (?:continue|proceed|go on|go ahead|carry on) (?:if|when|once|after)|get a second (?:person|pair|engineer|operator)|(?:get|obtain|seek|request|ask for|await) (?:[\w'’-]+ ){0,5}?(?:approval|sign-?off|permission|authori[sz]ation|go-ahead|green light)\b(?! (?:denied|errors?|issues?|problems?|requests?|rules?|settings?))|(?<wait>wait(?= [a-z\d])(?! (?:time|times|state|states|list|lists|queue|events?|conditions?|loops?)\b)))\b/gi;

/** What ends it, or leaves out what comes next, in one case: "If it goes down, you're done", "If it has recovered, skip to step 4". */
export const ENDS_IN_CASE =
  /^(?:if|when|should|as soon as|once)\b[^:]*?[,;–—]\s*(?:then\s+|and\s+)?(?:you(?:['’]re| are)\s+(?:all\s+|already\s+)?(?:done|finished)\b|you (?:can|may) stop\b|(?:you (?:can|may) )?(?:skip|jump)\s+(?:(?:straight|directly|ahead|right|forward|on)\s+)*(?:to|the (?:rest|next|following|remaining))\b|(?:there is )?no (?:further|more) (?:action|steps?)\b)/i;

/** Somebody is to be asked first: "Confirm with the lead", "This needs approval by the board". */
export const WITH_SOMEBODY = /^(?:(?:please|then|now|first|also|always)[\s,]+){0,3}(?:confirm|check|agree|clear|verify|coordinate|align)(?: (?:this|that|it))? with (?:the|your|an?) (?:[\w'’-]+ ){0,2}?(?:lead|manager|owners?|dba|team|on-?call|commander|customers?|supervisor|vendor|client|architect|engineer)\b|\b\w+ (?:needs?|requires?)\s(?:[\w'’-]+\s){0,3}?(?:approval|sign-?off)\b|\bmust (?:first )?(?:approve|sign off|be (?:approved|signed off))\b/i;

/** A comment of one word in capitals: a title of what stops something is none. */
export const STOP_SIGN = /^STOP\b\s*(?:[!.:,–—-]|$)/;

/** What has to have happened, before a comma or a colon: "Once the drain has finished, ". */
export const AFTER_EVENT =
  /^(?:only\s+)?(?:once|after|when|as soon as)\s+(?<who>the|all|your|every|each|both|it|this|that|they|approval|someone|somebody|you)\b(?<what>[^.,;:]{0,80}?)\b(?:(?:has|have|is|are|been)\b(?!\s+not\b|n['’]t)(?:\s[^.,;:]{0,25}?)?\s(?:finished|completed?|done|ended|over|drained|begun|started|open|ready|healthy|running|up|online|(?:in )?sync(?:ed|hroni[sz]ed)?|caught up|stopped|propagated|converged|approved|agreed|confirmed|verified|restored|available|passed|gone|empty)|finishes|completes|ends|begins|opens|succeeds)\b(?<rest>[^.;]*)$/i;

/** What somebody has to have looked at, before a comma or a colon: "After confirming that the disk is clean:", "After the sum matches the list, …". */
export const AFTER_LOOK = /^(?:only\s+)?(?:after\s+(?:confirming|verifying|validating|ensuring|making sure|checking that|receiving|obtaining)|after\s[^.,;:]{0,80}?\b(?:match(?:es)?|agrees?|equals?|shows?|confirms?)|once\s+(?:you\s+(?:are|have)\s+)?(?:sure|certain|satisfied|confirmed|verified))\b(?<rest>[^.;]*)$/i;

/** What the commands before it have done when they end, and what the reader did. */
export const DONE_BY_THEN = /\b(?:commands?|scripts?|steps?|above|previous|snippet|block|session|shell|console|repo(?:sitory)?|image|build|install(?:ation|ed)?|download|binary|file)\b/i;

/** A comment that tells to stop where a command fails: it does. */
export const ON_FAILURE = /\bif\b[^,.;:]{0,40}\bfails?\b/i;
