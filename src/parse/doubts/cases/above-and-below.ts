import type { Nodes, RootContent } from 'mdast';
import { asPattern, beginningWith, enclosingSections, firstIndex, having, oneOf } from '../../../model/index.ts';
import { holdsBlock, isRightAbove, type Placed, rangeOf, textOf } from '../../markdown/index.ts';
import { firstSentence, sentencesOf } from '../../steps/index.ts';
import { asksFirst, IN_ONE_CASE, ONLY_FOR } from '../orders/index.ts';
import { plainWords } from '../plain-words.ts';
import type { DoubtSources, Found } from '../sources.ts';
import { commentsOf } from './beside.ts';
import { CASE_ENTRY, HARDLY, isAtATime, isOfLabel, LIMITS_RUN, OPENS_A_CASE, tellsOfElse } from './case-words.ts';
import { leadsToBlock } from './right-above.ts';

/** How a sentence below a block begins that is about the block: "Only run this if …", "The command above must not …". */
const ABOUT_ABOVE = oneOf(
  beginningWith('only', /^only\s(?:ever\s)?(?:run|use|do|execute)\s(?:this|it|that|these|the\s(?:above|command))\b/i),
  beginningWith('do not|don|never', /^(?:do not|don['’]t|never)\s(?:run|use|do|execute)\s(?:this|it|that|these|the\s(?:above|command))\b(?!\s(?:again|twice|more than once|in parallel|by hand))/i),
  having('above|command|step|block|script', /^the\s(?:above|(?:command|step|block|script)(?:\sabove)?)\s(?:must|should|may|can|is|needs?)\b.*\b(?:only|not|never)\b/i),
);
/** "This must only be done when …", "Skip this step if …", "Only for gateways of the old rack". */
const LIMITS_ABOVE = oneOf(
  beginningWith('this', /^this\s(?:(?:step|command|block|script)\s)?(?:must|should|may|can|is|has to)\s(?:only|never|not)\s(?:ever\s)?(?:to\s)?(?:be\s)?(?:done|run|used|executed|performed|necessary|needed|required|safe|allowed|permitted)\b(?! (?:again|twice|more than once|in parallel|by hand))/i),
  beginningWith('skip', /^skip\s(?:this|it|that|the (?:step|command|block) above)\b/i),
  ONLY_FOR,
);
/** "(only when the pool is empty)" as a line of its own. */
const CASE_ALONE = /^\((?:only|if|when|unless|optional|not)\b[^()]*\)[.!]?$/i;
/** A sentence that goes on below the block: "The command / should never be run on a live pool." */
const GOES_ON = /^(?:is|are|should|must|may|can|will|has|only|if|when|unless|until|but)\b.*\b(?:only|never|not|if|when|unless|until|before|emergenc\w+)\b/;
/** "Note: only at night." */
const NOTE = /^(?:note|notes|n\.?b\.?|caution|warning|important)\s*:\s*(?:only|never|not|if|when|unless)\b/i;
/** The title of a block in its info string: `sh title="Only if the pool is empty"`. */
const TITLE = /\btitle\s*=\s*(?<quote>["'])(?<title>[^"']+)\k<quote>/i;

/** The sentences of the prose above a block that say a case for all below them: at the beginning of paragraphs and quotes, in bullets, in rows of a table. */
export function casesAbove({ document, draft, last }: DoubtSources): DoubtSources['draft']['leads'] {
  const beginnings = (nodes: readonly RootContent[]): DoubtSources['draft']['leads'] => nodes.flatMap((node) => beginningsOf(document, node));
  return [...beginnings(last?.below ?? []).filter(({ text }) => !tellsOfElse(plainWords(text))), ...beginnings(draft.prose)].filter(({ text }) => {
    const words = plainWords(text);
    return OPENS_A_CASE.test(words) || (text.endsWith('.') && isOfLabel(words)) || isAnywhere(words) || CASE_ENTRY.test(words) || (text.endsWith(':') && isAtATime(words));
  });
}

/**
 * The sentences up to a colon that lead over a heading around the block: what stands right above it, or above the first of those beside it.
 * What stands there before anything is done says when all that is below is used.
 */
export function leadsOver({ document, sections, titled, draft }: DoubtSources): DoubtSources['draft']['leads'] {
  const above = enclosingSections(sections, draft.section).flatMap((section) => {
    const first = sections.find(({ parent, depth }) => parent === section.parent && depth === section.depth);
    return section.index === titled ? [] : [sections[section.index - 1], sections[(first?.index ?? 0) - 1]];
  });
  return [...new Set(above)].flatMap((section) => {
    const last = section?.nodes.at(-1);
    return last?.type === 'paragraph' && textOf(last).endsWith(':') && section?.nodes.some(holdsBlock) === true ? sentencesOf(document, last).slice(-1) : [];
  });
}

/** What a sentence right above the sections says in brackets of the one around the block: "Wave 1 is the pilot, wave 2 (a week later) is all others." */
export function saidOfSection({ document, sections, titled, draft }: DoubtSources): Found | null {
  const around = enclosingSections(sections, draft.section).filter(({ index, heading }) => index !== titled && /\s/.test(heading));
  for (const { heading, parent } of around) {
    const remark = new RegExp(`\\b${asPattern(heading)}\\s*\\((?<remark>[^()]{3,60})\\)`, 'i');
    const part = sections[parent ?? 0];
    // Reading all its sentences for each block below would take long.
    if (part === undefined || !remark.test(document.source.text.slice(part.headingRange.end, part.range.end))) continue;
    const above = part.nodes.filter(({ type }) => type === 'paragraph').flatMap((node) => sentencesOf(document, node));
    const said = above.find(({ text }) => isAtATime(plainWords(remark.exec(text)?.groups?.['remark'] ?? '')));
    if (said !== undefined) return { ...said, block: true };
  }
  return null;
}

/** Whether a sentence is about what runs below it, or asks for something first, wherever it stands in its paragraph. */
function isAnywhere(words: string): boolean {
  return HARDLY.test(words) || LIMITS_RUN.test(words) || ONLY_FOR.test(words) || (asksFirst(words) && !IN_ONE_CASE.test(words));
}

function beginningsOf(document: DoubtSources['document'], node: RootContent): DoubtSources['draft']['leads'] {
  switch (node.type) {
    case 'blockquote':
      return firstSentence(document, node.children[0]);
    case 'list':
      return node.ordered === true ? [] : node.children.flatMap(({ children: [first, ...others] }) => [...firstSentence(document, first), ...others.flatMap((other) => (other.type === 'list' ? beginningsOf(document, other) : []))]);
    case 'table':
      return node.children.flatMap((row) => {
        const cells = row.children.map((cell) => textOf(cell));
        return [cells.join(': '), ...cells.filter((cell) => /\s\S+\s/.test(cell) && OPENS_A_CASE.test(plainWords(cell)))].map((text) => ({ text, at: rangeOf(document, row)?.start ?? 0 }));
      });
    default: {
      const [first, ...others] = sentencesOf(document, node);
      return first === undefined ? [] : [first, ...others.filter(({ text }) => isAnywhere(plainWords(text)))];
    }
  }
}

/** A sentence right below a block that says in which case it runs; what stands right above another block leads to that one. */
export function toldBelow(sources: DoubtSources): Found | null {
  const { document, collected: { paragraphs, html }, draft } = sources;
  const rightBelow = <T extends Placed<Nodes>>(nodes: readonly T[]): readonly T[] => {
    const below = nodes[firstIndex(nodes, ({ range }) => range.start >= draft.range.end)];
    return below === undefined || !isRightAbove(document, draft.range.end, below.range.start) || leadsToBlock(sources, below.range.end) ? [] : [below];
  };
  const found = [...rightBelow(paragraphs).flatMap(({ node }) => sentencesOf(document, node)), ...rightBelow(html).flatMap(commentsOf)].find(({ text }) => [CASE_ALONE, NOTE, GOES_ON].some((pattern) => pattern.test(text)) || [ABOUT_ABOVE, LIMITS_ABOVE, LIMITS_RUN].some((pattern) => pattern.test(plainWords(text))));
  return found === undefined ? null : { ...found, block: true };
}

/** The title of the block, as a sentence that leads to it. */
export function titleOf({ draft: { fence } }: DoubtSources): Found | null {
  const title = fence === null ? undefined : TITLE.exec(fence.info)?.groups?.['title'];
  return fence === null || title === undefined ? null : { text: title, at: fence.infoRange.start, block: true };
}
