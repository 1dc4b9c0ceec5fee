import { beginningWith, having, oneOf } from '../../../model/index.ts';

/** The words that leave open whether a block is to run. Data for `conditional.ts` and `left-open.ts`; each list is tried on text without code and quotations. */

/** How a sentence or a comment begins that speaks of one case only, in parts. */
const STARTS = {
  /** "If", "Only if", "When needed," and their like. */
  condition: String.raw`optional(?:ly)?|if|(?:when|only)\b[^.,;:]{0,40}\b(?:needed|necessary)|only (?:if|when|for|in|on|after|once)\b|unless`,
  /** Another way; "Alternative: …:" with a colon at its end leads to a choice. */
  otherWay: String.raw`alternatively|alternative(?=:)(?!:[^.]{0,59}:$)|instead|otherwise|plan [b-e]`,
  /** "In case", "As a last resort". */
  emergency: String.raw`in case|in the event|in (?:an )?emergency|emergency only|(?:as a )?last resort`,
  /** "Staging only". */
  environment: String.raw`(?:(?:on|in|for) )?(?:staging|production|prod|development|dev|test|qa) only`,
  /** "Should the pod hang". */
  should: String.raw`should (?:the|this|that|it|an?|any|you)\b[^.,;:?]{0,60}\b(?:fail|fails|hang|hangs|be|not|need|needs|require|requires|want|occur|happen)`,
  skip: String.raw`skip this|skip the (?:step|section)`,
};
export const CONDITIONAL_START = beginningWith('optional|optionally|if|when|only|unless|alternatively|alternative|instead|otherwise|plan|in|emergency|as|last|on|for|staging|production|prod|development|dev|test|qa|should|skip', new RegExp(String.raw`^(?:${Object.values(STARTS).join('|')})\b`, 'i'));

/** What a section below the title is for: below the title itself it is what the whole file is for. */
export const USED_WHEN = beginningWith('use', /^use (?:this|it|that)(?: (?:step|option|method|approach|section|path|way))?,? (?:only )?(?:when|if|in case)\b/i);

/** A condition that is nothing but the choice of a target: "Only if the app is `shop-api`:". */
export const ON_TARGET = beginningWith('only|if|when|for|on', /^(?:only )?(?:if|when|for|on) (?:you(?:['’]re| are) (?:working )?on |(?:the|your) [\w -]{2,24} is |it(?:['’]s| is) |on |for )?(?:the )?`?(?<target>[\w.*?-]*[\w*])`?(?: only)?(?:[:.]|, (?:run|do|use|type)(?: this)?[:.]?)?$/i);

/** What is undone another time: "and turn it off later by". */
export const LATER = having('later|afterwards|when |once |to undo', /^(?:and |then )?(?:to )?(?:turn|switch|put|set|disable|enable|re-?enable|undo|revert|restore)\b[^.:;]{0,40}\b(?:later|afterwards|when (?:you(?:['’]re| are) )?(?:done|finished)|once (?:you(?:['’]re| are) )?(?:done|finished))\b|^to undo (?:this|that|it|these|those|the)\b/i);

/** `Otherwise, the following may fail.` says what comes of it, and is no other case. */
export const CONSEQUENCE = beginningWith('otherwise', /^otherwise,?\s+(?:the|this|it|your?|they|these|those|there|an?)\b[^:]*\b(?:may|might|will|could|can|would|is|are)\b[^:]*$/i);

/** What stands below is shown as what not to do. */
export const NOT_TO_RUN = beginningWith('do|don|never|wrong|incorrect|bad|not', /^(?:do not|don't|don’t|never) (?:run|use|execute|do)(?: (?:this|these|it|the following(?: commands?)?))?(?: (?:yet|for now|any ?more|blindly|as is))?\s*[.:!]?$|^(?:wrong|incorrect|bad|not like this)(?: example)?(?:\s*[:!]|\s+[–—-]\s)/i);

/** Signs that forbid: in a heading wherever they stand, in a sentence at its beginning. */
export const FORBIDDING = '[❌🚫⛔]';

/** What is struck out, but for a remark: "~~Reboot it~~ (done by the timer)". */
export const STRUCK = /^~~[^]*~~\s*(?:\([^()]*\))?[.:]?$/;

/** "(obsolete)", "[deprecated since 2021]". */
export const OUTDATED = having('obsolete|deprecated|outdated|superseded|retired|no longer', /[([](?:now\s)?(?:obsolete|deprecated|outdated|superseded|retired|no longer\s(?:used|needed|valid|works?|current))\b[^()[\]]*[)\]]/i);

/** `(optional)`, `(only when necessary)`, `(if applicable)`, `(staging only)` anywhere. */
export const IN_PARENTHESES = having('(', /\((?:[^()]{0,60}\b)?(?:optional(?:ly)?|(?:if|when|only)\b[^()]{0,40}\b(?:needed|necessary))\b[^()]{0,60}\)|\((?:only )?if (?!any\))[^()]{2,80}\)|\((?:staging|production|prod|development|dev|test|qa) only\)/i);

/** Conditions in the middle of a sentence. */
export const CONDITION_WITHIN = oneOf(
  /** "if possible", "when needed", "where applicable". */
  having('needed|necessary|required|applicable|desired|appropriate|if possible', /\bif possible\b|\b(?:if|when|where) (?:(?:really|absolutely|strictly) )?(?:needed|necessary|required|applicable|desired|appropriate)\b/i),
  /** "once it is no longer used". */
  having('no longer', /\b(?:when|once|if) (?:(?:it|they|this|that)(?:['’]s| is| are) )?no longer (?:needed|required|necessary|used)\b/i),
  /** "delete it if stuck". */
  having('if ', /\bif (?:stuck|causing|present|enabled|configured|supported|installed|deployed|unhealthy|unavailable|missing|still)\b/i),
  /** "only if", "only in an emergency" (the word goes on). */
  having('only|required|needed|necessary', /\bonly if\b|\bonly in (?:an )?emergenc|\b(?:only|not) (?:required|needed|necessary) (?:for|if|on|when)\b/i),
  /** "required only for", "skip this step if". */
  having('only|skip', /\b(?:required|needed|necessary) only (?:for|if|on|when)\b|\bskip (?:this (?:step )?)?if\b/i),
  /** "only run this in", "run it only when". */
  having('only', /\bonly (?:use|run|do|execute|apply|perform) (?:(?:this|it|that|these) )?(?:in|for|if|when|as)\b|\b(?:use|run|do|execute|apply|perform) (?:(?:this|it|that|these) )?only (?:in|for|if|when|as)\b/i),
  /** "if the queue is full", "if it cannot". */
  having('if it|if they|if the', /\bif (?:it|they|the\s[^.,;:]{1,40}?)\s(?:[^.,;:]{0,40}\s)?(?:is|are|was|were|cannot|can't)\b/i),
);

/** What stands before `if` where it is a question and not a condition: "check if the pods are up". */
export const ASKS = /\b(?:whether|check|checks|checking|see|verify|verifies|confirm|ask|determine|replace|change|know|test|tell|find out)\b[^.;:]{0,40}$/i;

/** How a comment right above a command begins that names its case, below one that says what is done. */
export const CASE_BELOW = /^(?:(?:but|and|or|however|though)[\s,]+)?(?:only|skip|unless|never|not)\b/i;

/** A comment right above a command that is an example of the one before; not one that gives a value. */
export const EXAMPLE_BELOW = /^(?:for )?(?:example|e\.g\.)\s*(?:$|[:,](?!\s*\S+(?:\s+\([^()]*\))?$))/i;

/** Neither opens nor closes a case. */
export const NO_CONDITION = having('just in case| skip', /\bjust in case\b|\b(?:do not|don't|never) skip\b/i);

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
export const CONDITIONAL_HEADING = having('if|instead|emergency|command|quick reference|cheat|prevent|long-term|long term|later|within|best practices', new RegExp(HEADINGS.join('|'), 'i'));
