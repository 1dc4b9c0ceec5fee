/** The words that leave open whether a block is to run. Data for `conditional.ts` and `gate.ts`; each list is tried on text without code and quotations. */

/** A sentence or comment that begins so speaks of one case only. */
export const CONDITIONAL_START = /^(?:optional(?:ly)?|if|unless|alternatively|instead|otherwise|in case|in the event|in (?:an )?emergency|emergency only|(?:as a )?last resort|(?:(?:on|in|for) )?(?:staging|production|prod|development|dev|test|qa) only|should (?:the|this|that|it|any)\b[^.,;:]{0,40}\b(?:fail|fails|hang|hangs|be|not)|skip this|skip the (?:step|section))\b/i;

/** What stands below is shown as what not to do. */
export const NOT_TO_RUN = /^(?:do not|don't|don’t|never) (?:run|use|execute|do) (?:this|these|it|the following(?: commands?)?)\s*[.:!]?$|^(?:wrong|incorrect|bad|not like this)(?: example)?\s*[:!]/i;

/** `if needed`, `when necessary`, `only when required` at the start. */
export const NEEDED_START = /^(?:if|when|only)\b[^.,;:]{0,40}\b(?:needed|necessary)\b/i;

/** `(optional)`, `(if needed)`, `(only when necessary)` anywhere. */
export const IN_PARENTHESES = /\((?:[^()]{0,60}\b)?(?:optional(?:ly)?|(?:if|when|only)\b[^()]{0,40}\b(?:needed|necessary))\b[^()]{0,60}\)/i;

/** Conditions in the middle of a sentence. */
export const CONDITION_WITHIN = /\bonly if\b|\bonly in (?:an )?emergenc|\b(?:only|not) (?:required|needed|necessary) (?:for|if|on|when)\b|\b(?:required|needed|necessary) only (?:for|if|on|when)\b|\bskip (?:this (?:step )?)?if\b|\bif (?:it|they|the\s[^.,;:]{1,40}?)\s(?:[^.,;:]{0,40}\s)?(?:is|are|cannot|can't)\b/i;

/** What stands before `if` where it is a question and not a condition: "check if the pods are up". */
export const ASKS = /\b(?:check|checks|checking|see|verify|verifies|confirm|ask|determine|replace|change|know|test|tell|find out)\b[^.;:]{0,40}$/i;

/** Neither opens nor closes a case. */
export const NO_CONDITION = /\bjust in case\b|\b(?:do not|don't|never) skip\b/i;

/** Headings that speak of one case only. */
export const CONDITIONAL_HEADING = /\sif\s|\binstead\b|\bemergency\b/i;

/** A text without one of these words has no such order in it: splitting it into sentences would cost more. */
export const GATE_WORD = /\b(?:stop|proceed|continue|wait|further|go on|go ahead|pause here|hold off|abort if)\b/i;

/** An order to stop, wait or look, at the start of a sentence or clause. */
export const GATE = /(?:^|[.;:,!?–—(]\s*|\b(?:and|then|please|so)\s+)(?<order>stop here|stop and\b|(?<=[,;–—]\s*)stop(?=\s*[.!]?\s*$)|pause here|hold off|abort if|do(?:\s+not|n't|n’t)\s+(?:proceed|continue|go (?:on|ahead|(?:any )?further))|(?:continue|proceed) only (?:if|when|once|after)|only (?:continue|proceed) (?:if|when|once|after)|(?<wait>wait (?:for|until|(?:(?:about|at least|another) )?(?:\d+|a few|several) ?(?:s|sec|seconds?|m|min|minutes?|h|hours?))))\b/gi;
