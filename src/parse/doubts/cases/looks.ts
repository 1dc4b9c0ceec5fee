import { saysWhatToDo } from '../../markdown/index.ts';

const LOOKS = String.raw`check|see|view|list|show|display|inspect|look|find|review|monitor|watch|observe|query|verify|confirm|print|count|compare|examine|determine|identify|get (?:an overview|the (?:status|state|list)|a list)`;
const LOOKING = 'checking|viewing|listing|showing|inspecting|reviewing|monitoring|watching|querying|verifying|examining';
/** What stands before an order to look: "You can", "Before you begin, always". */
const BEFORE = String.raw`(?:before (?:you )?\w+[^,.:;]{0,60},\s)?(?:(?:you|we) (?:can|may|could|should) )?(?:(?:also|now|then|first|always|easily|quickly|simply|again) )*`;
const ORDER_TO_LOOK = new RegExp(String.raw`^${BEFORE}(?<order>(?:to )?(?:${LOOKS})\b.*)$`, 'is');
const NAMES_A_LOOK = new RegExp(`^(?:${LOOKS}|${LOOKING})\\b`, 'i');
/** Where another order may begin. */
const NEXT = /(?:,|;|\band\b|\bor\b|\bthen\b|\b(?:you|we) (?:can|may|could|should|must|have to|need to)\b)\s+(?:(?:and|then|or)\s+)*/i;

/** The order to look that a sentence is, without what makes it mild: "You can check its state with:" is "check its state with:". `null` where it is none, or asks for more. */
export function orderToLook(words: string): string | null {
  const order = ORDER_TO_LOOK.exec(words)?.groups?.['order'] ?? null;
  return order === null || asksForMore(order) ? null : order;
}

/** Whether a heading names nothing but a look: "Checking the state of a node". */
export function namesALook(heading: string): boolean {
  return NAMES_A_LOOK.test(heading) && !asksForMore(heading);
}

/** Whether something else is ordered too: "check the queue and restart it". */
function asksForMore(words: string): boolean {
  return words.split(NEXT).slice(1).some((part) => (saysWhatToDo(part) || /^\w+ing\b/i.test(part)) && !NAMES_A_LOOK.test(part));
}
