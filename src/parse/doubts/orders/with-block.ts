import { type CodeRange, firstIndex, type SectionRole } from '../../../model/index.ts';
import type { StepDraft } from '../../blocks/index.ts';
import { type Collected, type Document, isOrder, orderedVerb, RangeList } from '../../markdown/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import type { Found } from '../sources.ts';
import { plainWords } from '../plain-words.ts';
import { ONLY_LOOKED_AT } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/** The input for finding orders that lead to a block which nothing runs. */
export interface BlockSources {
  readonly document: Document;
  readonly paragraphs: Collected['paragraphs'];
  readonly codes: Collected['codes'];
  readonly drafts: readonly StepDraft[];
  readonly roles: readonly SectionRole[];
  readonly sectionAt: (offset: number) => number;
}

/**
 * The orders that a person carries out with what a block shows: "Add this to the zone file:" above lines of a settings file, "Run in the console:" above SQL.
 * What such a block holds is never run here, so what acts below it may come too early. One that is told as a step of its own is asked for there.
 */
export function ordersWithBlock({ document, paragraphs, codes, drafts, roles, sectionAt }: BlockSources): readonly Found[] {
  const { text } = document.source;
  const [run, byHand] = [rangesOf(drafts, 'command'), rangesOf(drafts, 'manual')];
  return codes.flatMap(({ range }): readonly Found[] => {
    if (run.meets(range) || byHand.meets(range) || !isDone(roles[sectionAt(range.start)])) return [];
    const lead = paragraphs[firstIndex(paragraphs, (paragraph) => paragraph.range.start >= range.start) - 1];
    if (lead === undefined || !isBlank(text.slice(lead.range.end, range.start)) || leadsToCommand(text, range, run)) return [];
    const sentence = sentencesOf(document, lead.node).at(-1);
    return sentence !== undefined && asksForDeed(sentence.text) ? [sentence] : [];
  });
}

function rangesOf(drafts: readonly StepDraft[], kind: StepDraft['kind']): RangeList<CodeRange> {
  const ranges = new RangeList<CodeRange>();
  for (const draft of drafts) if (draft.kind === kind) ranges.add(draft.range);
  return ranges;
}

/** Whether what stands in a section of this role is done in any run. */
export function isDone(role: SectionRole | undefined): boolean {
  return role === 'procedure' || role === 'prerequisites' || role === 'verification';
}

function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text);
}

/** Whether a block that is run stands right below this one: the same in another language, to which the words lead too. */
function leadsToCommand(text: string, { end }: CodeRange, run: RangeList<CodeRange>): boolean {
  const next = run.items[firstIndex(run.items, ({ start }) => start >= end)];
  return next !== undefined && isBlank(text.slice(end, next.start));
}

/** Whether a sentence up to a colon orders more than to look at what stands below it. */
function asksForDeed(sentence: string): boolean {
  const order = fromTheOrder(plainWords(sentence));
  const verb = sentence.endsWith(':') && isOrder(order) ? orderedVerb(order) : null;
  return verb !== null && !ONLY_LOOKED_AT.has(verb);
}
