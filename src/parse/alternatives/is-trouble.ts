import { isOrder } from '../markdown/index.ts';
import { FAILING, TROUBLE } from './choice-words.ts';

/** Whether a heading names a trouble, and is no order to look for one or to mend it. */
export function isTrouble(heading: string): boolean {
  return TROUBLE.test(heading) && (!isOrder(heading) || FAILING.test(heading));
}
