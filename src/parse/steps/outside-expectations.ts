import type { RootContent } from 'mdast';
import type { Expectation, Located } from '../../model/index.ts';
import { type Document, rangeOf, spanOf, textOf, written } from '../markdown/index.ts';
import { isExpectationLead, readExpectation, readExpectedBlock, similarTo } from '../expectations/index.ts';
import type { FenceDraft } from '../blocks/index.ts';

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
    const isExpected = node.type === 'code' && before?.type === 'paragraph' && isExpectationLead(textOf(before))?.rest === '';
    return isExpected ? [readExpectedBlock(node.value, spanOf(document, range))] : [];
  });
}
