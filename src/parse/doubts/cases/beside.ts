import type { Html, Link, Nodes, Paragraph, RootContent } from 'mdast';
import { type CodeRange, enclosingSections, firstIndex, type Piece } from '../../../model/index.ts';
import { PLAIN_LANGUAGES } from '../../blocks/index.ts';
import { type Placed, saysWhatToDo, splitSentences, tagsIn, textOf } from '../../markdown/index.ts';
import { firstSentence, sentencesOf } from '../../steps/index.ts';
import { asksForPeople, namesSomebody } from '../orders/index.ts';
import { plainWords } from '../plain-words.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { OPENS_A_CASE } from './case-words.ts';
import { isConditional, limits } from './is-conditional.ts';

/** Words that stand beside a command and are no sentence that leads to it: comments of HTML, pictures, titles of links, footnotes, blocks of plain text, the block's name, what the block prints before it acts, and comments of scripts in it. */
export function saidBeside(sources: DoubtSources, piece: Piece): Found | null {
  const found = [inInfo, inHtml, inPlainText, besideSentences, belowHeadings].flatMap((read) => read(sources)).find(({ text }) => limits(plainWords(text)));
  const name = nameOf(sources).find(({ text }) => isConditional(text, 'heading'));
  const whole = found ?? name ?? [...belowOuterHeadings(sources), ...tickedItem(sources)][0];
  if (whole !== undefined) return { ...whole, block: true };
  return [...printed(sources, piece), ...inScripts(sources, piece)].find(({ text }) => limits(plainWords(text))) ?? null;
}

/** What stands between the step before, or the heading, and the block. */
function between<T extends Placed<Nodes>>({ sections, draft, last }: DoubtSources, nodes: readonly T[]): readonly T[] {
  const start = Math.max(last?.range.end ?? 0, sections[draft.section]?.headingRange.end ?? 0);
  return nodes.slice(firstIndex(nodes, ({ range }) => range.start >= start), firstIndex(nodes, ({ range }) => range.start >= draft.range.start));
}

/** `{name=optional-cleanup}`. */
function nameOf({ draft: { pins } }: DoubtSources): readonly Found[] {
  return pins.name === undefined ? [] : [{ text: pins.name.value.replace(/[-_]+/g, ' '), at: pins.name.span.start.offset }];
}

/** Words behind the language: `sh # only if empty`, `bash (optional)`. */
function inInfo({ draft: { fence } }: DoubtSources): readonly Found[] {
  const words = fence?.info.replace(/^\S+/, '').replace(/\{[^}]*\}|[\w-]+=(?:"[^"]*"|'[^']*'|\S+)/g, '').trim() ?? '';
  return fence === null || words === '' ? [] : [{ text: words, at: fence.infoRange.start }];
}

/** A comment that is no pin. */
const COMMENT = /^<!--(?!\s*(?:runbook:|[\w-]+\s*=))(?<text>[^]*?)-->$/;

function inHtml(sources: DoubtSources): readonly Found[] {
  return between(sources, sources.collected.html).flatMap(commentsOf);
}

/** What is said to those who write the file. */
const TO_WRITERS = /\b(?:edit\w*|docs?|documentation|wiki|markdown|lint\w*|generated|translat\w+|pictures?|screenshots?|links?|page|section|heading|paragraph)\b/i;

/** The sentences of a comment of HTML. */
export function commentsOf({ node, range }: Placed<Html>): readonly Found[] {
  const text = COMMENT.exec(node.value.trim())?.groups?.['text'] ?? '';
  return splitSentences(TO_WRITERS.test(text) ? '' : text.trim()).map((sentence) => ({ text: sentence, at: range.start }));
}

/** The first line of a block of plain text, and the lines of one that is comments and nothing else. */
function inPlainText(sources: DoubtSources): readonly Found[] {
  return between(sources, sources.collected.codes).flatMap(({ node, range }) => {
    const lines = node.value.trim().split('\n');
    const isComments = lines.every((line) => /^\s*(?:#.*)?$/.test(line));
    return (isComments ? lines : lines.slice(0, PLAIN_LANGUAGES.has((node.lang ?? '').toLowerCase()) ? 1 : 0)).map((text) => ({ text, at: range.start }));
  });
}

function besideSentences(sources: DoubtSources): readonly Found[] {
  return between(sources, sources.collected.paragraphs).flatMap(({ node, range }) => [...labelsOf(node, isPicture(node)).map((text) => ({ text, at: range.start })), ...footnotesOf(sources, node)]);
}

/** The first sentence below a heading around that of the block. */
function belowOuterHeadings({ document, sections, titled, draft }: DoubtSources): readonly Found[] {
  const around = enclosingSections(sections, draft.section).filter(({ index }) => index !== titled && index !== draft.section);
  // What `<details>` begins with is for what is in it alone.
  const opensAlone = (node: RootContent | undefined): boolean => node?.type === 'paragraph' && tagsIn(node).length > 0;
  return around.flatMap(({ nodes: [first] }) => (opensAlone(first) ? [] : firstSentence(document, first).filter(({ text }) => OPENS_A_CASE.test(plainWords(text)))));
}

/** The item of a list that it stands in, where its box is ticked: it is done. */
function tickedItem({ draft: { item, leads } }: DoubtSources): readonly Found[] {
  const lead = item?.checked === true ? leads.at(-1) : undefined;
  return lead === undefined ? [] : [{ text: `[x] ${lead.text}`, at: lead.at }];
}

/** The footnotes of the headings around it, but for the one that names the file. */
function belowHeadings(sources: DoubtSources): readonly Found[] {
  const { sections, titled, draft, collected: { headings, footnotes } } = sources;
  if (footnotes.size === 0) return [];
  const around = enclosingSections(sections, draft.section).filter(({ index }) => index !== titled);
  return around.flatMap(({ headingRange: { start } }) => {
    const heading = headings[firstIndex(headings, ({ range }) => range.start >= start)];
    return heading === undefined || heading.range.start !== start ? [] : footnotesOf(sources, heading.node);
  });
}

/** Whether a paragraph is pictures and nothing else; beside words a picture is a mark. */
function isPicture(node: Paragraph): boolean {
  return node.children.every(({ type, ...child }) => type === 'image' || (type === 'text' && 'value' in child && child.value.trim() === ''));
}

/** The titles of links and pictures, and what pictures are called. */
function labelsOf(node: Nodes, pictures: boolean): readonly string[] {
  const title = (node.type === 'link' && isOfDeed(node)) || node.type === 'image' ? (node.title ?? '') : '';
  const own = [title, ...(node.type === 'image' && pictures ? [node.alt ?? ''] : [])];
  return [...own, ...('children' in node ? node.children.flatMap((child) => labelsOf(child, pictures)) : [])].filter((text) => text !== '');
}

/** A title of a link that tells when, and not whether to read what it leads to. */
const TELLS_WHEN = /\b(?:if|when|unless|once|after|before|until|while|during)\b(?! you (?:want|need|would|like|are (?:new|interested|curious))\b)/i;

/** Whether the title of a link is about the command: it tells when, names who has a say, or the link is an order. Else it is about the page: "Only in German", "Only with VPN". */
function isOfDeed(link: Link): boolean {
  const title = link.title ?? '';
  return TELLS_WHEN.test(title) || asksForPeople(title) || namesSomebody(title) || saysWhatToDo(textOf(link));
}

function footnotesOf(sources: DoubtSources, node: Nodes): readonly Found[] {
  if (node.type !== 'footnoteReference') return 'children' in node ? node.children.flatMap((child) => footnotesOf(sources, child)) : [];
  return sources.collected.footnotes.get(node.identifier)?.children.flatMap((child) => sentencesOf(sources.document, child)) ?? [];
}

/** Programs that run what they are given. */
const RUNS_TEXT = /^(?:ssh|bash|sh|zsh|ksh|su|kubectl|oc|docker|podman|psql|mysql)$/;

/** The comments of a script or of statements that such a program is given. */
function inScripts({ draft }: DoubtSources, piece: Piece): readonly Found[] {
  const { shell, code } = draft;
  const given = shell.heredocs.filter(({ start, end }) => start >= piece.start && end <= piece.end && RUNS_TEXT.test(shell.commands.findLast((command) => command.start < start)?.name ?? ''));
  return given.flatMap(({ start, end }) => [...code.text.slice(start, end).matchAll(/^[ \t]*(?:#|--)[ \t]+(?<text>\S.*)$/gm)].map(({ index, groups }) => ({ text: groups?.['text'] ?? '', at: placeOf(draft, start + index) })));
}

/** What the block prints on the terminal before it acts, and the block before it last of all. */
function printed({ draft, before }: DoubtSources, piece: Piece): readonly Found[] {
  const first = draft.shell.effects.find(({ effect, start }) => effect !== 'reads' && start >= piece.start)?.start ?? piece.end;
  const last = before?.shell.statements.at(-1);
  return [...(before === null || last === undefined ? [] : textsIn(before, last)), ...textsIn(draft, { start: piece.start, end: first })];
}

const PRINTS = /^(?:echo|printf|:)$/;

function textsIn(draft: DoubtSources['draft'], { start, end }: CodeRange): readonly Found[] {
  const whole = new Set(draft.shell.statements.map((statement) => `${statement.start} ${statement.end}`));
  const commands = draft.shell.commands.filter((command) => command.start >= start && command.end <= end && PRINTS.test(command.name) && whole.has(`${command.start} ${command.end}`));
  return commands.flatMap(({ args, start: at }) => splitSentences(args.map(({ raw }) => raw.replace(/^["']|["']$/g, '')).filter((word) => !/^-[neE]+$/.test(word)).join(' ')).map((text) => ({ text, at: placeOf(draft, at) })));
}
