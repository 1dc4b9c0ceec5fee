import type { List, RootContent, Table, TableRow } from 'mdast';
import { beginningWith, enclosingSections, NUMBER } from '../../../model/index.ts';
import type { CommandDraft } from '../../blocks/index.ts';
import { isOrder, orderedVerb, rangeOf, textOf, written } from '../../markdown/index.ts';
import { readCallout, type SectionDraft } from '../../sections/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import { asksBefore, asksFirst, ordersElse } from './asks-first.ts';
import { IN_ONE_CASE, leavesOutACase, NO_DEED_EITHER, SO, wordsOf } from './by-hand.ts';
import { demandsState, EQUIPMENT } from './demands.ts';
import { type GateSources, isDone } from './gate-sources.ts';
import { EXPLAINS, IS_ENTRY } from './gate-words.ts';
import { asksForPeople } from './people.ts';
import { NO_DEED_ALONE, NO_DEED_BELOW } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/**
 * What is asked for by hand between the last block of a section and the first one of a later section: "Ask the owner." at the end of "Look" above "Restart", or a section of prose alone between the two.
 * So it is above the first block of the file. The prose of a block's own section is read with that block.
 */
export function askedBetween(sources: GateSources): CommandDraft['leads'] {
  const commands = sources.drafts.filter((draft) => draft.kind === 'command');
  return commands.flatMap((draft, index) => {
    const before = commands[index - 1];
    return before?.section === draft.section ? [] : askedAbove(sources, draft, before).slice(0, 1);
  });
}

function askedAbove({ document, sections, roles, title, metadata }: GateSources, draft: CommandDraft, before: CommandDraft | undefined): CommandDraft['leads'] {
  const known = [draft.code.text, sections[draft.section]?.heading ?? '', before === undefined ? (title?.value ?? '') : '', ...draft.leads.map(({ text }) => text)].join(' ');
  const around = new Set(enclosingSections(sections, draft.section).map(({ index }) => index));
  const isLeftOptional = ({ index }: SectionDraft): boolean => enclosingSections(sections, index).some((outer) => !around.has(outer.index) && OPTIONAL.test(outer.heading));
  const isIntroduction = ({ depth, headingRange }: SectionDraft): boolean => depth === 0 || headingRange.start === title?.span.start.offset;
  return sections.slice(before?.section ?? 0, draft.section).flatMap((section) => {
    const introduces = before === undefined && isIntroduction(section);
    if (!(isDone(roles[section.index]) || introduces) || EXPLAINS.test(section.heading) || isLeftOptional(section)) return [];
    const isSetUp = before === undefined && roles[section.index] === 'prerequisites';
    const noDeed = section.index === before?.section ? NO_DEED_BELOW : NO_DEED_ALONE;
    return saidBelow({ document, metadata }, section, before?.range.end ?? 0).flatMap(({ node, as }) => sentencesOf(document, node).filter(({ text }) => {
      const words = wordsOf(text);
      if (isSetUp || as === 'point') return demandsBeforeAll(words);
      return introduces && as === 'paragraph' ? demandsAtTop(words, known) : asks(words, known, noDeed);
    }));
  });
}

/** A section that need not be done: what it asks for is asked of those who do it. */
const OPTIONAL = new RegExp(String.raw`^${NUMBER}optional\b|\(optional\)`, 'i');

/** An order to run what stands in no block here: "Run the baseline play against the new host." */
const RUNS_ELSE = beginningWith('run|execute', /^(?:run|execute)\s(?:the|an?|our|your)\s(?!(?:[\w-]+\s){0,2}(?:commands?|steps?|blocks?|lines?|snippets?|quer(?:y|ies)|following|same|above|below|next|rest)\b)/i);

/** Whether a sentence asks for people, says when it may be done, or orders a deed of which nothing known speaks. What ends in a colon leads to something else, unless it is to decide. */
function asks(words: string, known: string, noDeed: ReadonlySet<string>): boolean {
  if (IN_ONE_CASE.test(words)) return leavesOutACase(words) || demandsState(fromTheOrder(words));
  const leads = words.trimEnd().endsWith(':');
  return words.split(SO).some((part) => {
    const order = fromTheOrder(part);
    const verb = isOrder(order) && !NO_DEED_EITHER.test(order) ? ordersElse(order, known) : null;
    return leads ? verb === 'decide' : asksForPeople(order) || demandsState(order) || RUNS_ELSE.test(order) || (verb !== null && !noDeed.has(verb));
  });
}

/** The same right below the title, where an order may well be what the whole file does: "Force a failover of the database." */
function demandsAtTop(words: string, known: string): boolean {
  return !IN_ONE_CASE.test(words) && !words.trimEnd().endsWith(':') && (asksFirst(words) || asksBefore(words, known));
}

/** Whether a sentence of the prerequisites, or a point, asks for more than that something is there. */
function demandsBeforeAll(words: string): boolean {
  const order = fromTheOrder(words);
  return !EQUIPMENT.test(order) && !IS_ENTRY.test(words) && orderedVerb(order) !== 'read' && (asksForPeople(order) || demandsState(order));
}

/** What stands in a section: a paragraph, a callout, or a point of a list or a cell of a table, which is mostly told. */
interface Said {
  readonly node: RootContent;
  readonly as: 'paragraph' | 'callout' | 'point';
}

/** Whether each line of a node is what the file says of itself: whose it is, whom to page. Who has to approve it is asked. */
function isAboutFile({ document, metadata }: Pick<GateSources, 'document' | 'metadata'>, node: RootContent | TableRow): boolean {
  const range = rangeOf(document, node);
  if (range === null) return false;
  const own = metadata.entries.filter(({ known, span }) => known !== null && known !== 'approver' && span.start.offset >= range.start && span.end.offset <= range.end);
  return own.length > 0 && new Set(own.map(({ span }) => span.start.line)).size === written(document, range).split('\n').length;
}

function saidBelow(sources: Pick<GateSources, 'document' | 'metadata'>, { nodes, index }: SectionDraft, offset: number): readonly Said[] {
  const { document } = sources;
  return nodes.flatMap((node): readonly Said[] => {
    const range = rangeOf(document, node);
    if (range === null || range.start < offset || isAboutFile(sources, node)) return [];
    if (node.type === 'blockquote') return node.children.map((child) => ({ node: child, as: 'callout' }));
    if (node.type === 'list') return pointsOf(node).map((point) => ({ node: point, as: 'point' }));
    if (node.type === 'table') return cellsOf(node, (row) => !isAboutFile(sources, row)).map((cell) => ({ node: cell, as: 'point' }));
    return node.type === 'paragraph' ? [{ node, as: readCallout(document, node, range, index) === null ? 'paragraph' : 'callout' }] : [];
  });
}

/** The points of a list that are no steps. */
function pointsOf({ ordered, children }: List): readonly RootContent[] {
  return ordered === true ? [] : children.flatMap(({ checked, children: [first, ...others] }) => (typeof checked === 'boolean' || first === undefined || others.some(({ type }) => type === 'code') ? [] : [first]));
}

/** What heads a column that says which row is wanted when: each of its cells is about its own row. */
const WHICH_ROW = /^(?:(?:use|choose|pick|take) (?:it )?(?:when|if|for)|when to (?:use|choose))\b/i;

/** The cells of some rows of a table below its head, as paragraphs, but for those that say when their row is wanted. */
function cellsOf({ children: [head, ...rows] }: Table, isRead: (row: TableRow) => boolean): readonly RootContent[] {
  const isTold = head?.children.map((cell) => !WHICH_ROW.test(textOf(cell).trim())) ?? [];
  return rows.filter(isRead).flatMap((row) => row.children.filter((_, column) => isTold[column] !== false).map(({ children, position }): RootContent => ({ type: 'paragraph', children, ...(position === undefined ? {} : { position }) })));
}
