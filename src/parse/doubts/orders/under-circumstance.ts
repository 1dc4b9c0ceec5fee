import { beginningWith } from '../../../model/index.ts';

/** What stands before an order with a thing of its own: "With hands on site, restart it", "For a confirmed breach, restart it"; what has an article like "the" is known to the reader. */
const UNDER = beginningWith('with|for|as', /^(?:with|for|as)\s+(?!(?:the|our|your|its)\s)(?<what>[^,.:;]{2,60}),\s+[a-z]/i);
/** As whom it is typed, and what it is good for. */
const NO_CIRCUMSTANCE = /\b(?:root|sudo|admin\w*|superuser|user|rights?|privileges?|permissions?|credentials?|example|instance|this|that|these|those|it|now|safety|security|convenience|simplicity|reference|details?|measure|rule|always|usual|before|above|each|every|all|any|both)\b/i;

/** Whether an order stands below a circumstance of which nothing known speaks: the code, and all above it. */
export function isUnderCircumstance(words: string, known: () => string): boolean {
  const what = UNDER.exec(words)?.groups?.['what'];
  if (what === undefined || NO_CIRCUMSTANCE.test(what)) return false;
  const text = known().toLowerCase();
  return !what.toLowerCase().split(/[^a-z\d-]+/).some((word) => word.length > 2 && word !== 'the' && text.includes(word.replace(/(?:e?s|ed|ing)$/, '')));
}
