import type { Blockquote, Paragraph, RootContent } from 'mdast';
import type { CodeRange, Expectation, Located } from '../../model/index.ts';
import { type Document, rangeOf, rangeWithin, spanOf, splitSentences, textOf, written } from '../markdown/index.ts';
import { isExpectationLead, judgementOf, readExpectation, readExpectedBlock, similarTo } from '../expectations/index.ts';
import type { FenceDraft } from '../blocks/index.ts';
import { ACTOR, DONE_TO, ONE_CASE, OUGHT, SEES } from './step-words.ts';

/** What a block under "Expected output:" says one should see; `null` where it is only a sample. */
export function fromBlock(document: Document, fence: FenceDraft, lead: string, similarity: Located<number | string> | null): Expectation | null {
  const span = spanOf(document, fence.range);
  const text = fence.code.text;
  if (similarity !== null) return typeof similarity.value === 'number' ? similarTo(text, similarity.value, span) : readExpectation(`/${similarity.value.replace(/(?<!\\)\//g, '\\/')}/`, similarity.span);
  const last = lead.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  const isExpected = isExpectationLead(last)?.rest === '' || /\bexpected\b/i.test(last) || /\bshould (?:see|be|return|print|show|look)\b/i.test(last);
  return isExpected ? readExpectedBlock(text, span) : null;
}

/** "Expected: …" paragraphs and "Expected output:" blocks within a list item that a person does. */
export function expectationsBelow(document: Document, nodes: readonly RootContent[]): readonly Expectation[] {
  return nodes.flatMap((node, index): readonly Expectation[] => {
    const range = rangeOf(document, node);
    if (range === null) return [];
    if (node.type === 'paragraph' && index > 0) {
      const rest = /^expect/i.test(textOf(node)) ? isExpectationLead(written(document, range).replace(/\*\*/g, '').replace(/\s+/g, ' '))?.rest : undefined;
      return rest === undefined || rest === '' ? [] : [readExpectation(rest, spanOf(document, range))];
    }
    const before = nodes[index - 1];
    const points = expectedPoints(document, node, before);
    if (points.length > 0) return points;
    const isExpected = node.type === 'code' && before?.type === 'paragraph' && isExpectationLead(textOf(before))?.rest === '';
    return isExpected ? [readExpectedBlock(node.value, spanOf(document, range))] : [];
  });
}

/** A list of points right below "Expected:": each is a check. Empty where it is anything else. */
export function expectedPoints(document: Document, node: RootContent, before: RootContent | undefined): readonly Expectation[] {
  if (node.type !== 'list' || node.ordered === true || before?.type !== 'paragraph' || isExpectationLead(textOf(before))?.rest !== '') return [];
  const points = node.children.map(({ children: [first, ...more], checked }) => {
    const range = first?.type === 'paragraph' && more.length === 0 && typeof checked !== 'boolean' ? rangeOf(document, first) : null;
    return range === null ? null : pointOf(written(document, range).replace(/\*\*/g, ''), spanOf(document, range));
  });
  return points.every((point) => point !== null) ? points : [];
}

/** Some words are a sentence here, though short: nothing prints "3 nodes ready". */
function pointOf(text: string, span: Expectation['span']): Expectation {
  const point = readExpectation(text, span);
  return point.kind === 'literal' && text.trim().includes(' ') ? judgementOf(text, span) : point;
}

/** Sentences below a block that say what must or should be so: a person judges each. */
export function judgementsIn(document: Document, node: Paragraph, range: CodeRange): readonly Expectation[] {
  if (!/\b(?:must|should)\b/i.test(written(document, range))) return [];
  return splitSentences(textOf(node)).filter(isAboutWhatIsSeen).map((text) => judgementOf(text, spanOf(document, range)));
}

/** The same in a quotation: it too speaks of what stands above. */
export function judgementsInQuote(document: Document, { children }: Blockquote, around: CodeRange): readonly Expectation[] {
  return children.flatMap((node) => (node.type === 'paragraph' ? judgementsIn(document, node, rangeWithin(document, node, around)) : []));
}

/** Whether a sentence says what must or should be so of what was seen: not what somebody ought to do, not for one case only, and no lead to what follows. */
export function isAboutWhatIsSeen(sentence: string): boolean {
  const modal = OUGHT.exec(sentence);
  if (modal === null || /[:?]$/.test(sentence) || ONE_CASE.test(sentence)) return false;
  const before = sentence.slice(0, modal.index);
  const after = sentence.slice(modal.index + modal[0].length);
  return (ACTOR.test(before) ? SEES.test(after) : true) && !DONE_TO.test(after);
}
