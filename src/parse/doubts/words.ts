/** The words that leave open whether a block is to run. Data for `conditional.ts` and `gate.ts`; each list is tried on text without code and quotations. */

/** A sentence or comment that begins so speaks of one case only. */
export const CONDITIONAL_START = /^(?:optional(?:ly)?|if|unless|alternatively|instead|otherwise)\b/i;

/** `if needed`, `when necessary`, `only when required` at the start. */
export const NEEDED_START = /^(?:if|when|only)\b[^.,;:]{0,40}\b(?:needed|necessary)\b/i;

/** `(optional)`, `(if needed)`, `(only when necessary)` anywhere. */
export const IN_PARENTHESES = /\((?:[^()]{0,60}\b)?(?:optional(?:ly)?|(?:if|when|only)\b[^()]{0,40}\b(?:needed|necessary))\b[^()]{0,60}\)/i;

/** Conditions in the middle of a sentence. */
export const CONDITION_WITHIN = /\bonly if\b|\bskip (?:this (?:step )?)?if\b|\bif (?:it|they|the\s[^.,;:]{1,40}?)\s(?:[^.,;:]{0,40}\s)?(?:is|are|cannot|can't)\b/i;

/** What stands before `if` where it is a question and not a condition: "check if the pods are up". */
export const ASKS = /\b(?:check|checks|checking|see|verify|verifies|confirm|ask|determine|replace|change|know|test|tell|find out)\b[^.;:]{0,40}$/i;

/** Neither opens nor closes a case. */
export const NO_CONDITION = /\bjust in case\b|\b(?:do not|don't|never) skip\b/i;

/** Headings that speak of one case only. */
export const CONDITIONAL_HEADING = /\sif\s|\binstead\b|\bemergency\b/i;

/** A text without one of these words has no such order in it: splitting it into sentences would cost more. */
export const GATE_WORD = /\b(?:stop|proceed|continue|wait)\b/i;

/** An order to stop, wait or look, at the start of a sentence or clause. */
export const GATE = /(?:^|[.;:,!?–—(]\s*|\b(?:and|then|please|so)\s+)(?<order>stop here|stop and\b|do(?:\s+not|n't|n’t)\s+(?:proceed|continue)|continue only (?:if|when)|proceed only (?:if|when)|(?<wait>wait (?:for|until)))\b/gi;
