import { ALERT, beginningWith, firstIndex, oneOf } from '../../../model/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import { plainWords } from '../plain-words.ts';
import type { DoubtSources, Found } from '../sources.ts';

/** How a sentence below a block begins that is about the block: "Only run this if …", "The command above must not …". */
const ABOUT_ABOVE = oneOf(
  beginningWith('only', /^only\s(?:ever\s)?(?:run|use|do|execute)\s(?:this|it|that|these|the\s(?:above|command))\b/i),
  beginningWith('do not|don|never', /^(?:do not|don['’]t|never)\s(?:run|use|do|execute)\s(?:this|it|that|these|the\s(?:above|command))\b(?!\s(?:again|twice|more than once|in parallel|by hand))/i),
  beginningWith('the', /^the\s(?:above|(?:command|step|block|script)(?:\sabove)?)\s(?:must|should|may|can|is|needs?)\b.*\b(?:only|not|never)\b/i),
);
/** "(only when the pool is empty)" as a line of its own. */
const CASE_ALONE = /^\((?:only|if|when|unless|optional|not)\b[^()]*\)[.!]?$/i;
/** The title of a block in its info string: `sh title="Only if the pool is empty"`. */
const TITLE = /\btitle\s*=\s*(?<quote>["'])(?<title>[^"']+)\k<quote>/i;

/** A sentence right below a block that says in which case it runs; what stands right above another block leads to that one. */
export function toldBelow({ document, paragraphs, draft }: DoubtSources): Found | null {
  const { text: all } = document.source;
  const below = paragraphs[firstIndex(paragraphs, ({ range }) => range.start >= draft.range.end)];
  if (below === undefined || !/^[\s>]*$/.test(all.slice(draft.range.end, below.range.start)) || /^\s*(?:```|~~~)/.test(all.slice(below.range.end, below.range.end + 20))) return null;
  const found = sentencesOf(document, below.node).find(({ text }) => {
    const words = text.replace(ALERT, '').trim();
    return CASE_ALONE.test(words) || ABOUT_ABOVE.test(plainWords(words));
  });
  return found === undefined ? null : { ...found, block: true };
}

/** The title of the block, as a sentence that leads to it. */
export function titleOf({ draft: { fence } }: DoubtSources): Found | null {
  const title = fence === null ? undefined : TITLE.exec(fence.info)?.groups?.['title'];
  return fence === null || title === undefined ? null : { text: title, at: fence.infoRange.start, block: true };
}
