import type { Blockquote, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { CodeRange, Expectation, Located, ShellAnalysis } from '../../model/index.ts';
import { type Document, isRightAbove, rangeOf, rangeWithin, spanOf, textOf, written } from '../markdown/index.ts';
import { isExpectationLead, judgementOf, readExpectation, readExpectedBlock, similarTo } from '../expectations/index.ts';
import type { CommandDraft, FenceDraft } from '../blocks/index.ts';
import { bare, checkOf, isSeen } from './said-to-print.ts';
import { sentencesOf } from './step-leads.ts';
import { ACTOR, DONE, DONE_TO, IN_CLAUSE, ONE_CASE, OUGHT, OUTPUT_LEAD, POINTS_AHEAD, SEES } from './step-words.ts';

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

/** Sentences below a block that say what must or should be so. */
export function judgementsBelow(document: Document, node: Paragraph, last: CommandDraft, range: CodeRange): readonly Expectation[] {
  return judgementsIn(document, node, range, shellRightAbove(document, last, range.start));
}

function judgementsIn(document: Document, node: Paragraph, range: CodeRange, above: ShellAnalysis | null): readonly Expectation[] {
  if (!OUGHT.test(written(document, range))) return [];
  return sentencesOf(document, node).filter(({ text }) => isAboutWhatIsSeen(bare(text))).map(({ text }) => checkOf(text, spanOf(document, range), above));
}

/** The same in a quotation: it too speaks of what stands above. */
export function judgementsInQuote(document: Document, quote: Blockquote, last: CommandDraft | null, around: CodeRange): readonly Expectation[] {
  const above = last === null ? null : shellRightAbove(document, last, rangeWithin(document, quote, around).start);
  return quote.children.flatMap((node) => (node.type === 'paragraph' ? judgementsIn(document, node, rangeWithin(document, node, around), above) : []));
}

/** The same in a list right below a block, up to the first item that is a step: "- No error should be listed". */
export function judgementsInItems(document: Document, { children }: List, last: CommandDraft, steps: ReadonlySet<ListItem>, around: CodeRange): readonly Expectation[] {
  const [first] = children;
  const above = first === undefined ? null : shellRightAbove(document, last, rangeWithin(document, first, around).start);
  if (above === null) return [];
  const until = children.findIndex((item) => steps.has(item));
  return children.slice(0, until < 0 ? undefined : until).flatMap(({ children: [node] }) => (node?.type === 'paragraph' ? judgementsIn(document, node, rangeWithin(document, node, around), above) : []));
}

/** What the paragraph that leads to a look says of what it will show: "The list should now show `web-1`:". `isItem`: it is the text of its list item, of which none speaks of a command above. */
export function checksAhead(document: Document, { shell }: FenceDraft, lead: Paragraph | undefined, isItem: boolean): Expectation[] {
  const range = lead === undefined ? null : rangeOf(document, lead);
  if (range === null || !OUGHT.test(written(document, range)) || shell?.effects.some(({ effect }) => effect === 'changes' || effect === 'destroys') !== false) return [];
  const isLook = shell.effects.every(({ effect }) => effect === 'reads');
  return sentencesOf(document, lead).filter(({ text }) => (isItem || isAhead(text)) && (isLook || isSeen(text)) && tellsOfLook(bare(text))).map(({ text }) => checkOf(text.replace(/\s*:$/, ''), spanOf(document, range), shell));
}

/** Whether a sentence says what must or should be so of what was seen: not what somebody ought to do, not for one case only, and no lead to what follows. */
export function isAboutWhatIsSeen(sentence: string): boolean {
  return !isAhead(sentence) && saysWhatIsSeen(sentence);
}

/** Whether a sentence speaks of the command below it. */
function isAhead(sentence: string): boolean {
  return /[:?]$/.test(sentence) || POINTS_AHEAD.test(sentence);
}

/** The same of a sentence above a look, where it may as well order a deed or announce output. */
function tellsOfLook(sentence: string): boolean {
  return !sentence.endsWith('?') && !OUTPUT_LEAD.test(sentence) && isExpectationLead(sentence)?.rest !== '' && !DONE.test(sentence) && saysWhatIsSeen(sentence);
}

function saysWhatIsSeen(sentence: string): boolean {
  const modal = OUGHT.exec(sentence);
  if (modal === null || ONE_CASE.test(sentence)) return false;
  const before = sentence.slice(0, modal.index);
  const after = sentence.slice(modal.index + modal[0].length);
  return (ACTOR.test(before) ? SEES.test(after) : true) && !IN_CLAUSE.test(before) && !DONE_TO.test(after);
}

/** The code of a block where nothing but blanks and the marks of a quote stand between it and an offset. */
function shellRightAbove(document: Document, { range, shell }: CommandDraft, start: number): ShellAnalysis | null {
  return isRightAbove(document, range.end, start) ? shell : null;
}

/** Adds to what a command is said to print. */
export function addSample(draft: CommandDraft, text: string): void {
  draft.sampleOutput = draft.sampleOutput === null ? text : `${draft.sampleOutput}\n${text}`;
}
