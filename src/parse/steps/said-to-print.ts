import { type Expectation, having, type ShellAnalysis } from '../../model/index.ts';
import { judgementOf, readExpectation } from '../expectations/index.ts';
import { ACTOR, OUGHT, SEES } from './step-words.ts';

/** Up to the code that something is said to print or to be: "should now show the node as", "should be". */
const SAYS = having('should|must', /\b(?:should|must)\s(?:(?:now|then|also|again|all)\s)*(?:(?:show|say|print|return|display|report|read|output|give|list|contain|include|see)\b(?:\s(?!(?:which|that|like|similar|e\.g|starting|beginning|ending|such|at|for|in)\b)[^\s`.:;]+){0,5}\s|(?:be|become)\s(?:now\s|again\s|in\s(?:the\s)?)?)(?=`)/i);

/** Code that is told as one thing: nobody knows which words of "`web-1` as `unstarted`" are printed. */
const ONE_THING = /^[^`]*`[^`]+`(?:\s*(?:,|\+|&|(?:, ?)?\b(?:and|or)\b)\s*`[^`]+`)*[^`]*$/;
/** Where something is seen that is no output: "In Slack you should see `resolved`". */
const SEEN_ELSEWHERE = /\b(?:slack|teams|pagerduty|opsgenie|grafana|kibana|datadog|jira|dashboards?|panels?|graphs?|charts?|browser|gui|ui|(?:web|status) ?pages?|(?:the|this|your) page|website|portal|inbox|e-?mails?|channel|alerts?|tickets?|tab|journal|console)\b/i;
/** A status of a command or a request, which its output mostly does not hold: "It should return `0`", "The status code should be `200`". */
const STATUS = /\breturn\b[^`]*`\d{1,3}`|\b(?:http|exit) status\b|\bcode\b[^`]*`\d{1,3}`/i;
/** The output itself, or a command that prints something. */
const PRINTED = /^(?:\w+,?\s)?(?:(?:the|its|this)\s(?:\w+\s){0,2}?(?:output|response|result|reply|answer|last line|message)\s(?:should|must)\b|(?:it|this|(?:the|this)\s(?:\w+\s)?(?:command|script|program|query))\s(?:should|must)\s(?:\w+\s)?(?:say|print|return|output|display)\b)/i;

/**
 * What code in a sentence is said to be printed is looked for: "It should say `green`". A person judges all else, and what the code right above or below does not print.
 * `null`: no code stands there.
 */
export function checkOf(text: string, span: Expectation['span'], shell: ShellAnalysis | null): Expectation {
  const says = SAYS.exec(text);
  const isOneThing = says !== null && ONE_THING.test(text.slice(says.index));
  if (!isOneThing || shell === null || !isPrinted(text, shell)) return judgementOf(text, span);
  const read = readExpectation(bare(text.slice(0, says.index)).replaceAll('"', '') + text.slice(says.index), span);
  return read.kind === 'quoted' ? { ...read, text: bare(text) } : judgementOf(text, span);
}

/** Whether a sentence is about what code prints. What it has brought about it seldom prints: "The deployment should be `Ready`" below what scales it. */
function isPrinted(text: string, { effects }: ShellAnalysis): boolean {
  if (SEEN_ELSEWHERE.test(text) || STATUS.test(text)) return false;
  if (PRINTED.test(text) || effects.every(({ effect }) => effect === 'reads')) return true;
  return isSeen(text) && !effects.some(({ effect }) => effect === 'changes' || effect === 'destroys');
}

/** Whether a sentence says in these words what is seen: "You should now see it". */
export function isSeen(sentence: string): boolean {
  const modal = OUGHT.exec(sentence);
  return modal !== null && ACTOR.test(sentence.slice(0, modal.index)) && SEES.test(sentence.slice(modal.index + modal[0].length));
}

/** A text without the marks of code. */
export function bare(text: string): string {
  return text.replaceAll('`', '');
}
