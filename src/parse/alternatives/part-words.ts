import { type Role, SAYS_PART } from '../sections/index.ts';
import { COUNTS, ENVIRONMENT, stageOf } from './choice-words.ts';

/** Headings that are lettered: "A", "B. Swap it". */
const LETTERED = /^[a-z](?=$|[.):])/i;
/** Words of order, and the parts of one thing: "First aid", "Afterwards", "Back to work", "The queue". */
export const IN_ORDER = /^(?:the|immediate(?:ly)?|first(?!\s+time)|second|third|then|next|finally|before(?!\s+an?\b)|after(?:wards)?(?!\s+an?\b)|now|last(?:ly)?(?=\s*(?:$|[,:]|steps?\b))|(?:start|end|beginning)(?=\s*(?:$|[,:]))|back|again|pre-|post-|once more|clean-?up|on (?:your|this|a|the (?!week|last|first))\b|again on\b)|\bin order\b/i;
/** Where a heading may name an environment: "Deploy to staging", "Upgrade the staging cluster". */
const LAST_WORDS = /[a-z-]+(?:\s+(?:environment|cluster))?$/i;
/** A heading that goes on from the one before it: "Copy it", "Start them again", "Remove the old one"; not "Add a new user". */
const GOES_ON = /\b(?:it|them|this|again|back|(?<!\ban? )(?:new|old)\b(?! [a-z]+s$))\b/i;

/** Whether nothing says which part a section plays in a procedure, or when it comes. */
export function playsNoPart(role: Role | undefined, heading: string): boolean {
  const words = withoutNumber(heading);
  return (role?.from === null || role?.role === 'procedure') && !SAYS_PART.test(words) && !IN_ORDER.test(words) && !ENVIRONMENT.test(words);
}

export function withoutNumber(heading: string): string {
  return heading.replace(/^[\s\d.):–—-]+/, '');
}

/** Whether a heading is numbered or lettered: steps in a row, unless what is counted are troubles. */
export function isCounted(heading: string): boolean {
  return COUNTS.test(heading) || LETTERED.test(heading);
}

/** Whether headings make a row: one of them counts, or goes on from the one before it, or some go from one environment to the next. */
export function makeRow(headings: readonly string[]): boolean {
  return headings.some((heading) => GOES_ON.test(heading) || isCounted(heading)) || goThroughStages(headings.filter((heading) => stageIn(heading) >= 0));
}

/** "Deploy to staging", "Deploy to production": each names the environment after the one before it. */
export function goThroughStages(headings: readonly string[]): boolean {
  const stages = headings.map(stageIn);
  return stages.length > 1 && stages.every((stage, index) => stage > (stages[index - 1] ?? -1));
}

function stageIn(heading: string): number {
  return stageOf(LAST_WORDS.exec(heading)?.[0] ?? '');
}
