// What the words before a piece order: to run it, or first to stop, to wait, to ask somebody, to do something by hand.
export { isAfterDeed } from './after-deed.ts';
export { asksBefore, asksFirst, asksToLook, demandsElse, looksBeforeDeed, needsAPerson, ordersThen } from './asks-first.ts';
export { askedByHand, IN_ONE_CASE } from './by-hand.ts';
export { saysWhatShouldBe } from './demands.ts';
export { isForSomeOnly, ONLY_FOR } from './for-some-only.ts';
export { eventIn, findGates, orderIn } from './gate.ts';
export { GATE } from './gate-words.ts';
export { ordersMoreThanIsRun } from './more-orders.ts';
export { asksForPeople, namesSomebody } from './people.ts';
export { isUnderCircumstance } from './under-circumstance.ts';
export { isPlainHeading, isPlainLead, saysToDoIt, takesAsGiven, WHAT_TO_DO } from './plain-lead.ts';
