import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { ALERT, type CodeRange, type Expectation, oneLine } from '../../model/index.ts';
import { type Document, leadText, rangeOf, saysWhatToDo, spanOf, splitSentences, textOf, wordsWithoutCode } from '../markdown/index.ts';
import { isExpectationLead, readExpectation } from '../expectations/index.ts';
import type { CommandDraft, FenceDraft } from '../blocks/index.ts';
import { ABOUT_BEFORE, ASKS_TO_DO, BY_SOMEBODY, FACT, FACTS_HEADING, FACTS_LEAD, NOT_STEPS_LEAD, OUTPUT_LEAD, PLACE_LEAD, SAVE_LEAD, SAYS_LITTLE, VARIANT_LEAD, VARIANT_NOUN } from './step-words.ts';

/** The words of "For console:", or `null` where a lead says something else. */
export function readVariant(text: string, range: CodeRange): CommandDraft['variant'] {
  const { word: named, alone } = VARIANT_LEAD.exec(text.trim())?.groups ?? {};
  const word = (named ?? alone)?.replace(VARIANT_NOUN, '').replace(/^`|`$/g, '');
  return word === undefined || /^(?:example|instance|now|more|each|every|this|that)\b/i.test(word) ? null : { word, alone: alone !== undefined, range };
}

/** The item of a list right above a block that speaks of it: one that begins with a word of its first line, else the last. */
export function itemAbove(list: List, code: string): ListItem | undefined {
  const words = new Set((code.trimStart().split('\n')[0] ?? '').toLowerCase().split(/[\s=:,]+/));
  const inner = list.children.at(-1)?.children[0];
  // `- 3. Clear the disk` is a list within a list.
  if (inner?.type === 'list') return itemAbove(inner, code);
  return list.children.find((item) => words.has(/^\p{L}{4,}/u.exec(textOf(item))?.[0].toLowerCase() ?? '')) ?? list.children.at(-1);
}

/** Where the prose since the previous step begins to speak of the next one: at the text of its list item, or at a last paragraph that leads to it and does not stand in a list item before. */
export function leadStart(prose: readonly RootContent[], { item, closed }: { readonly item: number | null; readonly closed: number }): number {
  const at = Math.min(item ?? prose.length, prose.length);
  const before = at > closed ? prose[at - 1] : undefined;
  return before?.type === 'paragraph' && leadsOn(textOf(before)) ? at - 1 : at;
}

/** It ends in a colon, or its last sentence says what to do. */
function leadsOn(text: string): boolean {
  return text.endsWith(':') || saysWhatToDo(splitSentences(text).at(-1) ?? '');
}

/** The first sentence of a list item, with its place. */
export function firstSentence(document: Document, node: RootContent | undefined): CommandDraft['leads'] {
  return sentenceAt(document, node, 0);
}

/** The last sentence before a block; also the one before it where the last says little, or speaks of that one. */
export function lastSentence(document: Document, node: RootContent | undefined): CommandDraft['leads'] {
  const last = sentenceAt(document, node, -1);
  return last[0] !== undefined && (SAYS_LITTLE.test(last[0].text) || ABOUT_BEFORE.test(last[0].text)) ? [...last, ...sentenceAt(document, node, -2)] : last;
}

/** The first and the last sentence of a quote between what leads to a block and the block. */
export function calloutSentences(document: Document, node: RootContent | undefined): CommandDraft['leads'] {
  if (node?.type !== 'blockquote' || node.children.some(({ type }) => type !== 'paragraph')) return [];
  return [...firstSentence(document, node.children[0]), ...sentenceAt(document, node.children.at(-1), -1)];
}

/** "On the replica:" above another paragraph that leads to the block: a few words that say where, up to a colon. */
export function placesAbove(document: Document, prose: readonly RootContent[], lead: RootContent | undefined): CommandDraft['leads'] {
  return prose.flatMap((node) => (node !== lead && node.type === 'paragraph' && PLACE_LEAD.test(textOf(node)) ? firstSentence(document, node) : []));
}

function sentenceAt(document: Document, node: RootContent | undefined, index: number): CommandDraft['leads'] {
  const found = sentencesOf(document, node).at(index);
  return found === undefined ? [] : [found];
}

/** The kind of a callout on a line of its own, as it was written before there were alerts: `> **Note**`. */
const KIND_LINE = /^(?:(?:\u26A0\uFE0F?|:warning:)\s*)?(?:note|notice|info|tip|hint|important|warning|caution|danger|attention|critical)[ \t]*:?[ \t]*\r?\n/iu;

/** The sentences of a paragraph with the place where it begins, without the mark of an alert; none of any other node. */
export function sentencesOf(document: Document, node: RootContent | undefined): CommandDraft['leads'] {
  const range = node?.type === 'paragraph' ? rangeOf(document, node) : null;
  if (node === undefined || range === null) return [];
  const code = codeIn(node);
  return splitSentences(wordsWithoutCode(node).replace(ALERT, '').replace(KIND_LINE, '')).map((sentence) => ({ text: sentence.replaceAll(NO_CODE, () => code.shift() ?? NO_CODE), at: range.start }));
}

/** What `wordsWithoutCode` writes for code. */
const NO_CODE = '``';

/** What it left out, in order. */
function codeIn(node: RootContent | PhrasingContent): string[] {
  if (node.type === 'inlineCode') return [node.value.includes('`') ? NO_CODE : `\`${node.value}\``];
  if (node.type === 'html' && wordsWithoutCode(node) !== '') return [NO_CODE];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}

/** A block without prompts that the paragraph above it announces as output, or `null`. Where no command stands above that could print it, it may be one all the same. */
export function announcedOutput(fence: FenceDraft, lead: Paragraph | undefined): FenceDraft | null {
  if (lead === undefined || !isOutputLead(lead) || fence.hasPrompts || /^\s*[$%]/.test(fence.code.text)) return null;
  return { ...fence, notShell: fence.notShell ?? `what may be output, as "${textOf(lead)}" says` };
}

/** Whether a paragraph announces what a command prints. */
function isOutputLead(paragraph: Paragraph): boolean {
  const text = textOf(paragraph);
  const last = text.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  const lead = isExpectationLead(last);
  return lead?.rest === '' || (/(?::|\blike)$/i.test(last) && OUTPUT_LEAD.test(last)) || /^(?:example|sample|expected) (?:output|result|response)\.?$/i.test(last);
}

/** A block under "Example:" that shows how the block before it is used. */
export function isExample(node: RootContent, lead: RootContent | undefined, block: RootContent | undefined): boolean {
  return node.type === 'code' && block?.type === 'code' && lead?.type === 'paragraph' && /^(?:for )?examples?(?: usage| run)?[:,]?$/i.test(textOf(lead));
}

/** Whether a block is a script to be saved: it says so, or reads arguments of its own. */
export function isSaved(fence: FenceDraft, lead: Paragraph | undefined): boolean {
  const { text } = fence.code;
  if (!text.startsWith('#!')) return false;
  return (lead !== undefined && SAVE_LEAD.test(textOf(lead))) || /\$(?:[1-9@*]|\{[1-9@*])/.test(text);
}

/** A numbered list of facts, as its heading, the words before it or all of its items say. A list of boxes is none. */
export function isFacts(list: List, before: RootContent | undefined, { heading, verifies }: { readonly heading: string; readonly verifies: boolean }): boolean {
  if (list.children.some(({ checked }) => typeof checked === 'boolean')) return false;
  if (FACTS_HEADING.test(heading)) return true;
  const lead = before?.type === 'paragraph' ? textOf(before) : '';
  const first = lead === '' ? undefined : splitSentences(lead).at(-1);
  const isLead = first !== undefined && first.endsWith(':') && !ASKS_TO_DO.test(first);
  return (first !== undefined && ((FACTS_LEAD.test(first) && !ASKS_TO_DO.test(first)) || tellsHow(first, list))) || (!verifies && list.children.every(isFact)) || (isLead && list.children.length > 1 && list.children.every(tellsDeed));
}

/** A list of how something is done by what the words before it speak of: "Decommissioning removes a node from the ring by:", "Streaming its data", …; in "You can fix it by:" somebody does it. */
function tellsHow(lead: string, list: List): boolean {
  return /\bby\s*:$/i.test(lead) && !saysWhatToDo(lead) && !BY_SOMEBODY.test(lead) && list.children.every(({ children: [first] }) => first?.type === 'paragraph' && /^[a-z]+ing\b/i.test(textOf(first)));
}

/** An item that tells what something does: "Stops the writers", "Leaves the ring". */
function tellsDeed(item: ListItem): boolean {
  const [first] = item.children;
  const verb = first?.type === 'paragraph' ? (/^(?<verb>[A-Z][a-z]+)s (?!(?:are|is|were|was|have|has|must|should|can|may|will)\b)[\w`]/.exec(textOf(first))?.groups?.['verb'] ?? '') : '';
  return verb !== '' && [verb, verb.replace(/e$/, ''), verb.replace(/ie$/, 'y')].some(saysWhatToDo);
}

/** An item that states how something is. */
export function isFact(item: ListItem): boolean {
  const [first] = item.children;
  return first?.type === 'paragraph' && FACT.test(wordsWithCode(first));
}

function wordsWithCode(paragraph: Paragraph): string {
  const [first] = paragraph.children;
  return first?.type === 'inlineCode' ? `\`${first.value}\` ${textOf(paragraph).slice(first.value.length).trim()}` : textOf(paragraph);
}

/** A list of reasons or places, or of links to the parts of the file. */
export function isEnumeration(list: List, before: RootContent | undefined): boolean {
  if (before?.type === 'paragraph' && NOT_STEPS_LEAD.test(textOf(before).split(/(?<=[.!?])\s+/).at(-1) ?? '')) return true;
  return list.children.every((item) => {
    const [first] = item.children;
    return first?.type === 'paragraph' && first.children.length > 0 && first.children.every((node) => (node.type === 'link' && node.url.startsWith('#')) || (node.type === 'text' && node.value.trim() === ''));
  });
}

/** Whether something to do stands in a list, at any depth. */
export function hasOrdered(list: List): boolean {
  return list.ordered === true || list.children.some((item) => typeof item.checked === 'boolean' || item.children.some((child) => child.type === 'list' && hasOrdered(child)));
}

/** `Expected output: 200` as a paragraph of its own after a command. */
export function paragraphExpectation(document: Document, node: Paragraph, range: CodeRange): Expectation | null {
  if (!/^\s*expect/i.test(leadText(node))) return null;
  const text = oneLine(document.source.text.slice(range.start, range.end).replace(/^\*\*([^*]+?)(:?)\*\*(:?)/, '$1$2$3'));
  if (!/^expect/i.test(text)) return null;
  const rest = isExpectationLead(text)?.rest ?? '';
  return rest === '' ? null : readExpectation(rest, spanOf(document, range));
}

/** A comment of HTML, such as a pin: no page shows it, so what stands above it leads to what stands below. */
export function isComment(node: RootContent): boolean {
  return node.type === 'html' && /^<!--[^]*-->\s*$/.test(node.value);
}
