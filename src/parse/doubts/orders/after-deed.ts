import { beginningWith, having } from '../../../model/index.ts';
import { DONE_BY_THEN } from './gate-words.ts';

/** What comes before a comma or a colon: "After moving the disk, ", "As soon as the lag is at zero, ", "Having replaced the card:". */
const AFTER = beginningWith('only|after|upon|once|as|having', /^(?:only\s+)?(?:after|upon|once|as soon as|having)\s+(?<clause>[^,:.;]{3,80}?)\s*[,:]/i);
/** "With the disk mounted, ", "With the pool empty, "; not "With kubectl, ". */
const WITH_DONE = beginningWith('with', /^with\s+(?!everything\b)(?<clause>[^,:.;]{2,60}?\s(?:[a-z]{3,}ed|empty|idle|quiet|full|down|up|off|open|gone|dead|free|ready|offline|online|out|read-only|healthy|unhealthy|clean|stable|unreachable|unavailable|hung|stuck))\s*[,:]/i);
/** The same behind the order: "Restart it after the backup has been verified", "Delete them after you have asked". */
const BEHIND = having('after|as soon as|not before', /[\s(](?:after|as soon as|not before)\s+(?<clause>(?:you\b|\w+ing\b|[^,:.;()]{2,60}?\s(?:is|are|has|have|had|was|were)\b|(?:the|our|your|this|an?)\s(?:[\w-]+\s){0,2}(?:freeze|window|meeting|shift|weekend|holidays?|peak|incident|launch|event|sale|campaign|deadline|hand-?over|audit|call)(?=[\s:.)]*$))[^,:.;()]{0,60})\)?[\s:.]*$/i);
/** What the reader was just told, or did. */
const POINTS_BACK = /\b(?:this|that|these|those|it|them|they|above|following|so|logg(?:ed|ing) in|connected)\b|^(?:done|finished|completed?)$/i;

/** The word of such a clause that says what was done, in parts. */
const DEEDS = [
  /^(?:you(?:['’]ve|\s+have)?\s+)?(?<deed>[a-z-]{3,}(?:ing|ed))\b/i,
  /^you(?:['’]ve|\s+have)?\s+(?<deed>[a-z]+)/i,
  /\b(?:is|are|has|have|was|were)\b.*?(?<deed>[a-z]+)$/i,
  /(?<deed>[a-z]+)(?=\s(?:of|in|on|at|for|to|with|from|by)\s|$)/i,
];
const ENDING = /(?:ations?|ments?|ings?|ions?|i?ed|en|als?|es|s|e|y)$/;

/** Whether a sentence comes after something of which nothing above it speaks: no command did it, and nobody was told to. */
export function isAfterDeed(words: string, above: () => string): boolean {
  const clause = (AFTER.exec(words) ?? WITH_DONE.exec(words) ?? BEHIND.exec(words))?.groups?.['clause'];
  if (clause === undefined || POINTS_BACK.test(clause) || DONE_BY_THEN.test(clause)) return false;
  const isWith = /^with\b/i.test(words);
  const word = (isWith ? /(?<deed>[a-z]+)$/i : DEEDS.find((pattern) => pattern.test(clause)))?.exec(clause)?.groups?.['deed'];
  return word !== undefined && !new RegExp(`\\b${stemOf(word.toLowerCase())}`, 'i').test(above());
}

function stemOf(word: string): string {
  const stem = word.replace(ENDING, '').replace(/(?<last>[b-df-hj-np-tv-z])\k<last>$/, '$<last>');
  return stem.length < 3 ? word : stem;
}
