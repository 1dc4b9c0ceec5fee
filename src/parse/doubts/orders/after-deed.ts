import { beginningWith } from '../../../model/index.ts';

/** What somebody has to have done: "After moving the disk, ", "Having replaced the card:"; not what the block itself does. */
const AFTER_DEED = beginningWith('only|after|upon|having', /^(?:only\s+)?(?:after|upon|having)\s+(?:you(?:['’]ve|\s+have)\s+)?(?<deed>[a-z-]{3,}?)(?:ing|ed)\b(?!\s+(?:this|these|that|it|them|the (?:following|above|commands?|scripts?|steps?))\b)[^.;]*[,:]/i);

/** Whether a sentence comes after a deed of which nothing above it speaks: no command did it, and nobody was told to. */
export function isAfterDeed(words: string, above: () => string): boolean {
  const deed = AFTER_DEED.exec(words)?.groups?.['deed'];
  if (deed === undefined) return false;
  const stem = deed.toLowerCase().replace(/(?<last>[b-df-hj-np-tv-z])\k<last>$/, '$<last>');
  return !new RegExp(`\\b${stem}`, 'i').test(above());
}
