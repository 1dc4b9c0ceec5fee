import type { Code, Html, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { Diagnostic, Located, Pins, SectionRole } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { type Document, itemTitle, leadText, lineOfCode, paragraphTitle, rangeOf, rangeWithin, spanOf, textOf } from '../markdown/index.ts';
import { readExpectation } from '../expectations/index.ts';
import { readCommentPins } from '../pins/index.ts';
import { type CommandDraft, type FenceDraft, interpreted, OUTPUT_LANGUAGES, type StepDraft, withCutBlocks } from '../blocks/index.ts';
import { readCallout, type SectionDraft } from '../sections/index.ts';
import { type CheckRow, readCheckTable, type TableAround } from './check-table.ts';
import type { ContainersAround } from './containers-around.ts';
import { readOffers } from './offers.ts';
import { addSample, checksAhead, expectationsBelow, expectedPoints, fromBlock, judgementsBelow, judgementsInItems, judgementsInQuote } from './outside-expectations.ts';
import { ProseSince } from './prose-since.ts';
import { announcedOutput, calloutSentences, firstSentence, hasOrdered, isComment, isEnumeration, itemAbove, isExample, isFact, isFacts, isSaved, lastSentence, paragraphExpectation, placesAbove, readVariant } from './step-leads.ts';
import { MANUAL_ROLES } from './step-words.ts';

/** What the walk is given. */
export interface StepSources {
  readonly document: Document;
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly SectionRole[];
  readonly fences: ReadonlyMap<Code, FenceDraft>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The list item around a node. */
interface Item {
  readonly node: ListItem;
  readonly title: string | null;
  readonly outermost: ListItem;
  /** First sentences of it and of the items around it, innermost first. */
  readonly leads: CommandDraft['leads'];
}

/** Walks one section; what it has seen so far decides what the next block is. */
export class SectionWalk {
  private readonly drafts: StepDraft[] = [];
  private readonly prose = new ProseSince();
  private pins: Pins = {};
  private pinned: Html | null = null;
  private similarity: Located<number | string> | null = null;
  private variant: CommandDraft['variant'] = null;
  private readonly headingVariant: CommandDraft['variant'];
  private readonly around: ContainersAround;
  private readonly sources: StepSources;
  private readonly section: SectionDraft;
  private readonly table: TableAround;

  constructor(sources: StepSources, section: SectionDraft, around: ContainersAround) {
    this.sources = sources;
    this.section = section;
    this.around = around;
    this.table = { around: section.range, holdsSteps: MANUAL_ROLES.has(sources.roles[section.index] ?? 'procedure') };
    this.headingVariant = readVariant(section.heading, section.headingRange);
  }

  walk(): readonly StepDraft[] {
    this.visitAll(this.section.nodes, null);
    this.drafts.at(-1)?.below.push(...this.prose.nodes);
    this.reportUnused();
    return this.drafts;
  }

  private visitAll(nodes: readonly RootContent[], item: Item | null): void {
    let before: RootContent | undefined;
    withCutBlocks(nodes).forEach((node, index, list) => {
      if (isExample(node, list[index - 1], list[index - 2]) && this.isLastBlock(list[index - 2])) this.prose.push(node);
      else this.visit(node, before, item);
      if (!isComment(node)) before = node;
    });
  }

  private visit(node: RootContent, before: RootContent | undefined, item: Item | null): void {
    switch (node.type) {
      case 'code':
        return this.visitCode(node, before, item);
      case 'table':
        return this.visitTable(node, item);
      case 'list':
        return this.visitList(node, before, item);
      case 'paragraph':
        return this.visitParagraph(node, item);
      case 'html':
        return this.visitHtml(node);
      case 'blockquote':
        if (this.hasCommands(node)) return this.around.inQuote(node, () => this.visitAll(node.children, item));
        if (readCallout(this.sources.document, node, this.section.range, 0) !== null) return;
        this.lastCommand()?.expectations.push(...judgementsInQuote(this.sources.document, node, this.lastCommand(), this.section.range));
        return void this.prose.push(node);
      case 'heading':
        return void this.prose.push(node);
      default:
    }
  }

  private visitCode(node: Code, before: RootContent | undefined, item: Item | null): void {
    const fence = this.sources.fences.get(node);
    if (fence === undefined) return;
    const lead = before?.type === 'paragraph' ? before : undefined;
    const last = this.lastCommand();
    const announced = announcedOutput(fence, lead);
    if (this.similarity !== null || (announced !== null && (last !== null || fence.commands === null || fence.plainly))) return this.takeOutput(fence, lead, last);
    if (fence.commands !== null && !isSaved(fence, lead)) return this.addCommand(announced ?? fence, lead, item, before?.type === 'list' ? firstSentence(this.sources.document, itemAbove(before, fence.code.text)?.children[0]) : calloutSentences(this.sources.document, before));
    if (last !== null && before?.type === 'code' && last.fence?.node === before && OUTPUT_LANGUAGES.has(fence.language.toLowerCase()) && fence.language !== '') addSample(last, fence.code.text);
    else this.prose.push(node);
  }

  /** A block that shows what the command before it prints. */
  private takeOutput(fence: FenceDraft, lead: Paragraph | undefined, last: CommandDraft | null): void {
    const { document } = this.sources;
    const expected = fromBlock(document, fence, lead === undefined ? '' : textOf(lead), this.similarity);
    this.similarity = null;
    if (last === null) return void this.prose.push(fence.node);
    if (expected !== null) last.expectations.push(expected);
    addSample(last, fence.code.text);
  }

  private addCommand(fence: FenceDraft, lead: Paragraph | undefined, item: Item | null, above: CommandDraft['leads']): void {
    if (fence.shell === null || fence.commands === null) return;
    const isItemLead = lead !== undefined && item !== null && item.node.children[0] === lead;
    const title = lead === undefined || isItemLead ? (item?.title ?? null) : paragraphTitle(lead);
    const leads = [...lastSentence(this.sources.document, lead ?? this.prose.nodes.findLast((node) => node.type === 'paragraph')), ...placesAbove(this.sources.document, this.prose.nodes, lead), ...(item?.leads ?? []), ...this.around.leads, ...above];
    const expectations = checksAhead(this.sources.document, fence, lead, isItemLead);
    const { prose, below, pins: commented } = this.takeContext();
    const pins = { ...commented, ...fence.pins };
    this.drafts.push({
      kind: 'command', leads, from: fence.commands, section: this.section.index, title, range: fence.range, prose, below, pins, item: item?.outermost ?? null,
      fence, language: fence.language, code: fence.code, shell: interpreted(fence.shell, fence.code.text, pins), elsewhere: [], sampleOutput: fence.sampleOutput, expectations, variant: this.takeVariant(),
    });
  }

  private visitTable(node: Table, item: Item | null): void {
    const rows = readCheckTable(this.sources.document, node, this.table);
    if (rows === null) this.prose.push(node);
    else for (const row of rows) this.addCheck(row, item);
  }

  private addCheck(row: CheckRow, item: Item | null): void {
    const { document } = this.sources;
    const expectations = row.expected === null ? [] : [readExpectation(row.expected.text, spanOf(document, row.expected.range))];
    const { prose, below, pins } = this.takeContext();
    const base = { section: this.section.index, title: row.title, range: row.range, prose, below, pins, item: item?.outermost ?? null, expectations };
    if (row.command !== null) {
      const code = lineOfCode(row.command.code, row.command.at, row.command.raw);
      this.drafts.push({ ...base, kind: 'command', leads: row.leads, from: 'table', fence: null, language: '', code, shell: analyzeShell(code.text, { braces: document.braces }), elsewhere: [], sampleOutput: null, variant: null });
    } else {
      const nodes: RootContent[] = row.words === null ? [] : [{ type: 'paragraph', children: row.words.children, ...(row.words.position === undefined ? {} : { position: row.words.position }) }];
      this.drafts.push({ ...base, kind: 'manual', nodes, offers: readOffers(document, nodes) });
    }
  }

  private visitList(list: List, before: RootContent | undefined, outer: Item | null): void {
    const last = this.lastCommand();
    const points = last === null ? [] : expectedPoints(this.sources.document, list, before);
    last?.expectations.push(...points);
    if (points.length > 0) return;
    const areSteps = this.table.holdsSteps && !isEnumeration(list, before) && !isFacts(list, before, { heading: this.section.heading, verifies: this.sources.roles[this.section.index] === 'verification' });
    const acting = list.children.some((item) => this.hasCommands(item));
    const taken = list.children.map((item) => ({ item, acts: this.hasCommands(item), step: areSteps && (list.ordered === true || typeof item.checked === 'boolean' || (acting && !isFact(item))) }));
    const steps = new Set(taken.flatMap(({ item, acts, step }) => (acts || step ? [item] : [])));
    last?.expectations.push(...judgementsInItems(this.sources.document, list, last, steps, this.section.range));
    if (steps.size === 0) {
      this.prose.push(list);
      return;
    }
    for (const { item, acts, step } of taken) {
      const context: Item = { node: item, title: itemTitle(item), outermost: outer?.outermost ?? item, leads: [...firstSentence(this.sources.document, item.children[0]), ...(outer?.leads ?? [])] };
      if (acts) this.visitItem(item, context);
      else if (step) this.addManual(item, context);
      else if (areSteps && item.children.some((child) => child.type === 'list' && hasOrdered(child))) this.visitItem(item, context);
      else this.prose.push({ ...list, children: [item], ...(item.position === undefined ? {} : { position: item.position }) });
    }
  }

  private visitItem(item: ListItem, context: Item): void {
    this.prose.inItem(() => this.visitAll(item.children, context));
  }

  private addManual(item: ListItem, { title, outermost }: Item): void {
    const { document } = this.sources;
    const { prose, below, pins } = this.takeContext();
    this.drafts.push({
      kind: 'manual', section: this.section.index, title, range: rangeWithin(document, item, this.section.range), prose, below, pins, item: outermost,
      nodes: item.children, offers: readOffers(document, item.children), expectations: [...expectationsBelow(document, item.children)],
    });
  }

  private visitParagraph(node: Paragraph, item: Item | null): void {
    const { document } = this.sources;
    this.around.take(node);
    const range = rangeWithin(document, node, this.section.range);
    const variant = /^(?:for|on)\b|^\S+:$/i.test(leadText(node)) ? readVariant(textOf(node), range) : null;
    if (variant !== null && !(variant.alone && this.variant !== null)) this.variant = variant;
    const last = this.lastCommand();
    const expected = last === null ? null : paragraphExpectation(document, node, range);
    if (last !== null && expected !== null) last.expectations.push(expected);
    else if (readCallout(document, node, range, 0) === null) {
      if (last !== null && item?.node.children[0] !== node) last.expectations.push(...judgementsBelow(document, node, last, range));
      this.prose.push(node);
    }
  }

  private visitHtml(node: Html): void {
    this.around.take(node);
    const comment = readCommentPins(this.sources.document, node, this.sources.report);
    if (comment === null) return;
    this.pins = { ...this.pins, ...comment.pins };
    if (Object.keys(comment.pins).length > 0) this.pinned = node;
    this.similarity = comment.similarity ?? this.similarity;
  }

  /** What stands before a step. */
  private takeContext(): { readonly prose: RootContent[]; readonly below: RootContent[]; readonly pins: Pins } {
    const { own, above } = this.prose.take({ isFirst: this.drafts.length === 0 });
    this.drafts.at(-1)?.below.push(...above);
    const context = { prose: own, below: [], pins: this.pins };
    this.pins = {};
    this.pinned = null;
    return context;
  }

  /** "For console:" holds for the blocks right below it, until something else is said. */
  private takeVariant(): CommandDraft['variant'] {
    const variant = this.variant ?? this.headingVariant;
    this.variant = null;
    return variant;
  }

  private lastCommand(): CommandDraft | null {
    const last = this.drafts.at(-1);
    return last?.kind === 'command' ? last : null;
  }

  private isLastBlock(node: RootContent | undefined): boolean {
    return node !== undefined && this.lastCommand()?.fence?.node === node;
  }

  private hasCommands(node: RootContent | ListItem): boolean {
    if (node.type === 'code') return (this.sources.fences.get(node)?.commands ?? null) !== null;
    if (node.type === 'table') return readCheckTable(this.sources.document, node, this.table) !== null;
    return (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') && node.children.some((child) => this.hasCommands(child));
  }

  private reportUnused(): void {
    const range = this.pinned === null ? null : rangeOf(this.sources.document, this.pinned);
    if (range === null) return;
    this.sources.report({ rule: 'unknown-pin', severity: 'warning', message: 'no step follows this pin in its section', span: spanOf(this.sources.document, range) });
  }
}
