import { type CodeRange, firstIndex } from '../../../model/index.ts';
import type { StepDraft } from '../../blocks/index.ts';
import { type Document, isOrder, isRightAbove, orderedVerb, RangeList } from '../../markdown/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import type { Found } from '../sources.ts';
import { plainWords } from '../plain-words.ts';
import { type GateSources, isDone } from './gate-sources.ts';
import { ONLY_LOOKED_AT } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/**
 * The orders that a person carries out with what a block shows: "Add this to the zone file:" above lines of a settings file, "Run in the console:" above SQL.
 * What such a block holds is never run here, so what acts below it may come too early. One that is told as a step of its own is asked for there.
 */
export function ordersWithBlock({ document, paragraphs, codes, drafts, roles, sectionAt }: GateSources): readonly Found[] {
  const [run, byHand] = [rangesOf(drafts, 'command'), rangesOf(drafts, 'manual')];
  return codes.flatMap(({ range }): readonly Found[] => {
    if (run.meets(range) || byHand.meets(range) || !isDone(roles[sectionAt(range.start)])) return [];
    const lead = paragraphs[firstIndex(paragraphs, (paragraph) => paragraph.range.start >= range.start) - 1];
    if (lead === undefined || !isRightAbove(document, lead.range.end, range.start) || leadsToCommand(document, range, run)) return [];
    const sentence = sentencesOf(document, lead.node).at(-1);
    return sentence !== undefined && asksForDeed(sentence.text) ? [sentence] : [];
  });
}

function rangesOf(drafts: readonly StepDraft[], kind: StepDraft['kind']): RangeList<CodeRange> {
  const ranges = new RangeList<CodeRange>();
  for (const draft of drafts) if (draft.kind === kind) ranges.add(draft.range);
  return ranges;
}

/** Whether a block that is run stands right below this one: the same in another language, to which the words lead too. */
function leadsToCommand(document: Document, { end }: CodeRange, run: RangeList<CodeRange>): boolean {
  const next = run.items[firstIndex(run.items, ({ start }) => start >= end)];
  return next !== undefined && isRightAbove(document, end, next.start);
}

/** Whether a sentence up to a colon orders more than to look at what stands below it. */
function asksForDeed(sentence: string): boolean {
  const order = fromTheOrder(plainWords(sentence));
  const verb = sentence.endsWith(':') && isOrder(order) ? orderedVerb(order) : null;
  return verb !== null && !ONLY_LOOKED_AT.has(verb);
}
