import { beginningWith, having, oneOf } from '../../../model/index.ts';

/** "Only for gateways of the old rack", "Only when the pool is empty"; not "Only after the restart does it answer". */
export const ONLY_FOR = beginningWith('only', /^only\s(?:applicable|valid|meant|intended|needed|necessary|required|if|when|for|in|on|after|once|with|from|during|applies|apply|to\sbe)\b(?!.*\b(?:does|do|did|is|are|will|has|have|can)\s(?:it|the|they|this|that|we|you)\b)/i);

const FOR_SOME_ONLY = oneOf(
  ONLY_FOR,
  // "For the EU cluster only.", "Old racks only."
  having('only', /^(?:(?:for|on|in|with|at|after|before|during|from|within|outside)\s[^.,:;]{2,60}|(?!read\b|write\b|append\b)(?:[\w-]+\s){0,2}[\w-]+)\sonly$/i),
  // "Not for production."
  beginningWith('not', /^not\s(?:for|on|in|valid|applicable|intended|meant|to be (?:run|used|followed))\b/i),
  // "This runbook only applies to the old racks."
  having('only', /^(?:it|this(?:\s(?:runbook|document|page|procedure|guide|playbook))?)\sonly\s(?:applies|works|holds|covers)\b/i),
);

/** Whether a sentence at the top of a file says that the file is for some cases only. */
export function isForSomeOnly(words: string): boolean {
  return FOR_SOME_ONLY.test(words.replace(/[\s.!]+$/, ''));
}
