import type { Code, List, ListItem, RootContent } from 'mdast';
import { type CodeRange, enclosingSections } from '../../model/index.ts';
import { type Document, rangeOf, splitSentences, textOf } from '../markdown/index.ts';
import { type FenceDraft, withCutBlocks } from '../blocks/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { type Announced, announces, asksForAll } from './announces.ts';
import { joinsWays, KIND, MEANS, MENU_HEADING, NAMED, platformOf, SWITCH_HEADING, SWITCHES } from './choice-words.ts';
import type { FoundChoice, FoundGroup } from './found.ts';
import { isAlike, leadAt } from './leads.ts';
import { detailsEnd, firstLine, isNamedCase, labelOf, optionLabel, optionWord, paragraphOf } from './node-words.ts';

/** The input for finding choices in the text. */
export interface NodeSources {
  readonly document: Document;
  readonly sections: readonly SectionDraft[];
  readonly fences: ReadonlyMap<Code, FenceDraft>;
  /** Whether words name targets, in which case the target decides. */
  readonly namesTargets: (words: string) => boolean;
}

/** Choices within sections: tabs, leads right above blocks, paragraphs that are named as options, items of a list. */
export function fromNodes(sources: NodeSources): readonly FoundGroup[] {
  return sources.sections.flatMap((section) => new NodeWalk(sources, section).walk());
}

class NodeWalk {
  private readonly groups: FoundGroup[] = [];
  private readonly sources: NodeSources;
  private readonly section: SectionDraft;

  constructor(sources: NodeSources, section: SectionDraft) {
    this.sources = sources;
    this.section = section;
  }

  walk(): readonly FoundGroup[] {
    this.visit(this.section.nodes);
    if (SWITCH_HEADING.test(this.section.heading)) this.switches(withCutBlocks(this.section.nodes));
    return this.groups;
  }

  private visit(all: readonly RootContent[]): void {
    const nodes = withCutBlocks(all);
    for (let index = 0; index < nodes.length; ) index = Math.max(index + 1, this.tabs(nodes, index), this.leads(nodes, index), this.blocks(nodes, index), this.details(nodes, index), this.options(nodes, index), this.list(nodes, index));
    for (const node of nodes) {
      if (node.type === 'list') for (const item of node.children) this.visit(item.children);
      else if (node.type === 'blockquote') this.visit(node.children);
    }
  }

  /** Adjacent tabs, up to one that begins a set of its own or is called as one before it: that begins another choice. Returns where they end. */
  private tabs(nodes: readonly RootContent[], from: number): number {
    let end = from;
    const choices: FoundChoice[] = [];
    const labels = new Set<string>();
    for (; end < nodes.length; end++) {
      const node = nodes[end];
      const { tab: label, beginsSet = false } = (node?.type === 'blockquote' ? node.data : undefined) ?? {};
      if (node === undefined || label === undefined || labels.has(label) || (beginsSet && end > from)) break;
      labels.add(label);
      choices.push(...this.choice(label, node, node));
    }
    if (choices.length > 1) this.add(choices);
    return end;
  }

  /** "On Debian:" and "On RHEL:" right above their blocks; "CLI alternative:" above one. */
  private leads(nodes: readonly RootContent[], from: number): number {
    const first = leadAt(nodes, from, this.sources.namesTargets);
    if (first === null) return from;
    const choices: FoundChoice[] = [];
    let at = from;
    for (let lead = leadAt(nodes, at, this.sources.namesTargets); lead !== null && isAlike(lead, first); lead = leadAt(nodes, at, this.sources.namesTargets)) {
      const begin = nodes[at];
      at = lead.end;
      const last = nodes[at - 1];
      if (begin !== undefined && last !== undefined) choices.push(...this.choice(lead.label, begin, last));
    }
    if (first.family === 'alternative' ? choices.length > 0 : choices.length > 1) this.add(choices);
    return at;
  }

  /** Blocks of commands right after each other, or with "or" between them, below a sentence that asks for one of them. */
  private blocks(nodes: readonly RootContent[], from: number): number {
    if (announcedAbove(nodes, from) !== 'one') return from;
    const choices: FoundChoice[] = [];
    let end = from;
    for (let block = this.blockAt(nodes, end); block !== null; block = this.blockAt(nodes, end)) {
      choices.push(...this.choice(firstLine(block.fence), block.node, block.node));
      end = block.end;
    }
    if (choices.length > 1) this.add(choices);
    return end;
  }

  /** A whole block of commands at an index, or behind the "or" there. */
  private blockAt(nodes: readonly RootContent[], index: number): { readonly node: Code; readonly fence: FenceDraft; readonly end: number } | null {
    const joins = nodes[index];
    const at = joins?.type === 'paragraph' && joinsWays(textOf(joins)) ? index + 1 : index;
    const node = nodes[at];
    const fence = node?.type === 'code' ? this.sources.fences.get(node) : undefined;
    return node?.type !== 'code' || fence === undefined || fence.commands === null ? null : { node, fence, end: at + 1 };
  }

  /** `<details>` that follow each other and are called by platforms or options, or below words that ask to choose. */
  private details(nodes: readonly RootContent[], from: number): number {
    const found: { readonly label: string; readonly first: RootContent; readonly last: RootContent }[] = [];
    let at = from;
    for (let end = detailsEnd(nodes, at); end > at; end = detailsEnd(nodes, at)) {
      const [first, last] = [nodes[at], nodes[end - 1]];
      if (first !== undefined && last !== undefined) found.push({ label: textOf(first), first, last });
      at = end;
    }
    if (found.length < 2) return from;
    const announced = announcedAbove(nodes, from);
    const families = new Set(found.map(({ label }) => this.familyOf(label)));
    if (announced === null && (families.size > 1 || families.has(null))) return from;
    this.add(found.flatMap(({ label, first, last }) => this.choice(label, first, last)), announced === 'any');
    return at;
  }

  /** `**Option 1.** Use the tool` and `**Option 2.** Write a file`, each with all that stands below it. Says where they end. */
  private options(nodes: readonly RootContent[], from: number): number {
    const word = optionWord(nodes[from]);
    if (word === null) return from;
    const starts = nodes.flatMap((node, index) => (index >= from && optionWord(node) === word ? [index] : []));
    const ends = starts.map((start, index) => starts[index + 1] ?? afterBlocks(nodes, start));
    const choices = starts.flatMap((start, index) => {
      const [first, last] = [nodes[start], nodes[(ends[index] ?? 0) - 1]];
      const words = paragraphOf(first);
      return first !== undefined && words !== undefined && last !== undefined ? this.choice(optionLabel(words), first, last) : [];
    });
    if (choices.length > 1) this.add(choices);
    return choices.length > 1 ? (ends.at(-1) ?? from) : from;
  }

  /** "Start it:", "Stop it:" below a heading that speaks of both. */
  private switches(nodes: readonly RootContent[]): void {
    const choices = nodes.flatMap((node, index): readonly FoundChoice[] => {
      if (node.type === 'list') return this.itemChoices(node.children.filter((item) => SWITCHES.test(textOf(item)) && this.hasCommands(item)));
      const block = nodes[index + 1];
      return node.type === 'paragraph' && block?.type === 'code' && SWITCHES.test(textOf(node)) ? this.choice(textOf(node).replace(/\s*:$/, ''), node, block) : [];
    });
    if (choices.length > 1) this.add(choices, true);
  }

  /** A list of which one item is wanted, or of ways out. */
  private list(nodes: readonly RootContent[], index: number): number {
    const list = nodes[index];
    if (list?.type !== 'list' || list.children.length < 2) return index;
    const menu = this.isMenu(list);
    const announced = list.children.some((item) => this.hasCommands(item)) ? announcedAbove(nodes, index) : null;
    if (announced === null && this.itemsOfAKind(list, sentenceAbove(nodes, index))) return index;
    if (announced !== null || menu) this.add(this.itemChoices(list.children), announced !== 'one');
    else this.optionItems(list);
    return index;
  }

  /** Items that are all called by platforms of one family, or all by options, or bullets by means: "Linux" and "macOS", "Option A: restart it", "Using kubectl". */
  private itemsOfAKind(list: List, above: string): boolean {
    const labels = list.children.map((item) => (this.hasCommands(item) ? labelOf(item) : ''));
    const families = new Set(labels.map((label) => this.familyOf(label)));
    const areMeans = list.ordered !== true && !asksForAll(above) && labels.every((label) => MEANS.test(label) && !this.sources.namesTargets(label));
    if (!areMeans && (families.size > 1 || families.has(null))) return false;
    this.add(this.itemChoices(list.children));
    return true;
  }

  /** What of several ways a label names one of; `null` for one that names none, or a target. */
  private familyOf(label: string): string | number | null {
    if (this.sources.namesTargets(label)) return null;
    return platformOf(label)?.family ?? (NAMED.test(label) || KIND.test(label) ? 'option' : null);
  }

  /** Items that are named as options in bold: "**Option A:** Restart it". */
  private optionItems(list: List): void {
    const groups = Map.groupBy(list.children, (item) => optionWord(item.children[0]));
    for (const [word, items] of groups) if (word !== null && items.length > 1 && items.some((item) => this.hasCommands(item))) this.add(this.itemChoices(items));
  }

  private itemChoices(items: readonly ListItem[]): readonly FoundChoice[] {
    return items.flatMap((item) => this.choice(labelOf(item), item, item.children.at(-1) ?? item));
  }

  /** Bullets that each hold a block, two of which destroy, where the section is about getting out of trouble or each is called by a name in bold. */
  private isMenu(list: List): boolean {
    if (list.ordered === true) return false;
    const isWayOut = enclosingSections(this.sources.sections, this.section.index).some(({ heading }) => MENU_HEADING.test(heading));
    if (!isWayOut && !list.children.every(isNamedCase)) return false;
    const destroying = list.children.filter((item) => this.codesOf(item).some((fence) => fence.shell?.effects.some(({ effect }) => effect === 'destroys') === true));
    return destroying.length > 1 && list.children.every((item) => this.hasCommands(item));
  }

  private hasCommands(item: ListItem): boolean {
    return this.codesOf(item).length > 0;
  }

  /** Blocks of an item that are commands, at any depth. */
  private codesOf(item: { readonly children: readonly RootContent[] }): readonly FenceDraft[] {
    return item.children.flatMap((child): readonly FenceDraft[] => {
      const fence = child.type === 'code' ? this.sources.fences.get(child) : undefined;
      if (fence !== undefined) return fence.commands === null ? [] : [fence];
      return child.type === 'list' || child.type === 'blockquote' || child.type === 'listItem' ? this.codesOf(child) : [];
    });
  }

  private choice(label: string, first: RootContent, last: RootContent): readonly FoundChoice[] {
    const start = rangeOf(this.sources.document, first)?.start;
    const end = Math.max(rangeOf(this.sources.document, first)?.end ?? 0, rangeOf(this.sources.document, last)?.end ?? 0);
    const range: CodeRange | null = start === undefined ? null : { start, end };
    return range === null ? [] : [{ label, range, section: null }];
  }

  private add(choices: readonly FoundChoice[], menu = false): void {
    this.groups.push({ menu, choices });
  }
}

/** What the paragraph above an index asks for in its last sentence: to choose among what stands there, or nothing. */
function announcedAbove(nodes: readonly RootContent[], index: number): Announced | null {
  return announces(sentenceAbove(nodes, index));
}

/** The last sentence of the paragraph above an index, or nothing. */
function sentenceAbove(nodes: readonly RootContent[], index: number): string {
  const above = nodes[index - 1];
  return above?.type === 'paragraph' ? (splitSentences(textOf(above)).at(-1) ?? '') : '';
}

/** The end of what belongs to a paragraph: below the first blocks after it. */
function afterBlocks(nodes: readonly RootContent[], from: number): number {
  let end = from + 1;
  while (end < nodes.length && nodes[end]?.type === 'paragraph') end += 1;
  while (nodes[end]?.type === 'code') end += 1;
  return end;
}
