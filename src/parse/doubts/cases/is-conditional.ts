import { asksFirst, GATE, IN_ONE_CASE, isForSomeOnly, orderIn } from '../orders/index.ts';
import { mayBeGate, type Where } from './around-block.ts';
import { CASE_ENTRY, HARDLY, OPENS_A_CASE, tellsOfElse } from './case-words.ts';
import { ASKS, CONDITION_WITHIN, CONDITIONAL_START, CONSEQUENCE, IN_PARENTHESES, LATER, NO_CONDITION, NOT_TO_RUN, OUTDATED, STRUCK } from './condition-words.ts';

/** Whether the words of a sentence make its piece one for some case only. */
export function isConditional(words: string, where: Where): boolean {
  // A gate holds the piece anyway.
  if (NO_CONDITION.test(words) || CONSEQUENCE.test(words) || (mayBeGate(where) && GATE.all(words).length > 0)) return false;
  if (CONDITIONAL_START.test(words) || LATER.test(words) || NOT_TO_RUN.test(words) || STRUCK.test(words) || OUTDATED.test(words) || IN_PARENTHESES.test(words)) return true;
  const within = CONDITION_WITHIN.exec(words);
  return within !== null && !(/^if/i.test(within[0]) && ASKS.test(words.slice(0, within.index)));
}

/** Whether words that stand beside a command, and are no sentence that leads to it, say that it is for some case only, or is not to be run now. */
export function limits(words: string): boolean {
  return !tellsOfElse(words) && (isConditional(words, 'sentence') || OPENS_A_CASE.test(words) || HARDLY.test(words) || CASE_ENTRY.test(words) || isForSomeOnly(words) || orderIn(words) !== null || (asksFirst(words) && !IN_ONE_CASE.test(words)));
}
