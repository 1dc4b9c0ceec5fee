import { having } from '../../../model/index.ts';
import { plainWords } from '../plain-words.ts';

/** A text without one of these holds no such sentence: splitting it into sentences would cost more. */
const CASE_WORD = /\b(?:if|when|whenever|should|case|unless|means|on (?:an?|no)|you (?:can|may)|you(?:['’]re| are)|nothing|no|the (?:rest|remaining|other|following))\b|\?\s|:\s(?:go|skip|jump|see|use|follow|nothing|no|you)\b|[→⇒?]|->|=>/i;

/** How a sentence begins that is for one case: "If it answers, …", "Should it answer, …", "On a reply, …". */
const BEGINS = String.raw`^(?:if|when|whenever|should|in (?:(?:that|this|such an?) )?case|unless)\b|^on (?:an?|no) [^,]*,`;
/** What follows from what was seen: "Node answers → …", "No output means …", "answers: go to the end". */
const FOLLOWS = String.raw`[→⇒]|->|=>|\bmeans (?:that|the|it|you|we|there|no|an?)\b|^[^.:]{1,60}:\s(?=(?:go|skip|jump|see|use|follow|nothing|no|you)\b)`;
/** "Got a reply?" */
const ASKS = String.raw`\?(?:\s|$)`;
/** What ends it, where more stands below: "On success you can stop here", "A node that is up needs no more work", "then you are done". */
const ENDS = String.raw`\byou (?:can|may) (?:stop|leave)\b|\byou(?:['’]re| are) (?:all )?(?:done|finished)\b(?!\s(?:with|\w+ing)\b)|\b(?:nothing|no)\s(?:(?:more|further|other)\s(?:\w+\s){0,2}(?:needed|required|necessary|work|actions?|steps?|to do|to be done)|(?:is )?left to (?:do|be done))\b|\bthe (?:rest|(?:remaining|other|following) (?:steps|commands))\b[^.]*\b(?:omit(?:ted)?|skip(?:ped)?|ignored?|unnecessary|not needed)\b`;
const CASE = new RegExp([BEGINS, FOLLOWS, ASKS, ENDS].join('|'), 'i');

/** What comes to pass in any run, or is about the reader's own machine, is no case. */
const NO_CASE = /^(?:when (?:done|finished|ready|complete[d]?|asked|prompted)|if (?:in doubt|(?:you (?:are|get) )?(?:asked|prompted)|you(?:['’]re| are) (?:new|unfamiliar|not familiar|interested|curious)|you (?:want|would like|need) to (?:know|learn|understand|read (?:more|up|about))))\b/i;
/** In which case one goes on as one would anyway. */
const GOES_ON = /[,;:→⇒–—>]\s*(?:then\s+|just\s+|you (?:can|may)\s+)?(?:go on|carry on|continue|proceed|move on)(?:\s+(?:with|to)\s+(?:the next|this|these|the following|below)\b[^,;]*)?$|[,;:→⇒–—>]\s*(?:that|this|it|all)(?:['’]s| is)\s+(?:fine|normal|expected|good|well|ok(?:ay)?|harmless)$/i;

const ENDS_WELL = new RegExp(ENDS, 'i');
/** What goes wrong is no end that is well, and neither is one at which somebody is called, or that is waited for. */
const NOT_WELL = /\b(?:wait|until|once you(?:['’]re| are)|unless|do not|stop (?:here )?and|abort|back out|roll back|escalate|call|page|ask|tell|inform|contact)\b/i;

/** Whether a sentence says that nothing is left to do. */
export function endsWell(sentence: string): boolean {
  const words = plainWords(sentence);
  return ENDS_WELL.test(words) && !NOT_WELL.test(words);
}

/** What shows itself in that case and does no more than that: "If the token is missing, the stack refuses to start", "If one does not match, the linter will warn". */
const SHOWS_ITSELF = having('if|when|unless', /^(?:if|when(?:ever)?|unless)\b[^,]*,\s(?:then\s)?(?!you\b|we\b)(?:the|an?|it|its|this|that|they|these|those|our|your)\b[^,;.]{0,60}?\b(?:(?:will|would|may|might|can)\s)?(?:\w+ly\s)?(?:fails?|hard-fails?|warns?|refuses?|complains?|rejects?|times?\sout)\b(?![^]*\b(?:and|half\w*|mid\w*|part\w*|los\w+|corrupt\w*|you|we|stop|abort|do not|don['’]t|no need|nothing|instead|skip|first)\b)/i);

/** Whether a text may hold a sentence that tells a case. */
export function mayTellCase(text: string): boolean {
  return CASE_WORD.test(text);
}

/**
 * Whether a sentence says what is so, or is to be done, in one case of several: "If it answers you are done.", "Node answers → go to B".
 * What it comes to can be said in too many words to list, so whether the command below it is still wanted is asked, unless the case is one in which one goes on, or shows itself.
 */
export function tellsCase(sentence: string): boolean {
  const words = plainWords(sentence);
  const bare = words.replace(/[\s.!]+$/, '');
  return !bare.endsWith(':') && CASE.test(bare) && !NO_CASE.test(bare) && !GOES_ON.test(bare) && !SHOWS_ITSELF.test(bare);
}
