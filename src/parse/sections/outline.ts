import type { Emphasis, Heading, Paragraph, RootContent } from 'mdast';
import type { CodeRange } from '../../model/index.ts';
import { slug } from 'github-slugger';
import { isExpectationLead } from '../expectations/index.ts';
import { CALLOUT_LEADS, type Document, rangeOf, textOf } from '../markdown/index.ts';

/** A heading with what stands under it, before its role is known. */
export interface SectionDraft {
  readonly index: number;
  readonly heading: string;
  readonly anchor: string;
  /** As in the model: 7 for a bold line, 0 for what stands before the first heading. */
  readonly depth: number;
  readonly parent: number | null;
  readonly node: Heading | Paragraph | null;
  readonly headingRange: CodeRange;
  readonly range: CodeRange;
  readonly nodes: readonly RootContent[];
}

/** The same for all sections that stand beside each other: below one heading, at one depth. */
export function levelOf({ parent, depth }: Pick<SectionDraft, 'parent' | 'depth'>): string {
  return `${parent ?? ''} ${depth}`;
}

interface Opened {
  readonly heading: string;
  readonly anchor: string;
  readonly depth: number;
  readonly node: Heading | Paragraph | null;
  readonly headingRange: CodeRange;
  readonly nodes: RootContent[];
}

const PSEUDO_DEPTH = 7;
const LONGEST_PSEUDO_HEADING = 90;

/** Cuts a document at its headings, bold lines that stand alone included. */
export function readOutline(document: Document, anchors: ReadonlyMap<Heading, string>): readonly SectionDraft[] {
  const opened: Opened[] = [{ heading: '', anchor: '', depth: 0, node: null, headingRange: { start: 0, end: 0 }, nodes: [] }];
  document.tree.children.forEach((node, index, all) => {
    const range = rangeOf(document, node);
    const heading = range === null ? null : headingOf(node, all[index + 1]);
    if (heading === null || range === null) {
      if (node.type !== 'yaml' && node.type !== ('toml' as string)) opened.at(-1)?.nodes.push(node);
    } else {
      const anchor = heading.node?.type === 'heading' ? anchors.get(heading.node) : undefined;
      opened.push({ ...heading, anchor: anchor ?? slug(heading.heading), headingRange: range, nodes: [] });
    }
  });
  const [preface] = opened;
  const kept = preface !== undefined && preface.nodes.length === 0 && opened.length > 1 ? opened.slice(1) : opened;
  return withParents(kept, document.source.text.length);
}

function headingOf(node: RootContent, next: RootContent | undefined): Pick<Opened, 'heading' | 'depth' | 'node'> | null {
  if (node.type === 'heading') return { heading: textOf(node), depth: node.depth, node };
  if (node.type !== 'paragraph' || !isBold(node)) return null;
  const words = textOf(node);
  if (words === '' || words.length > LONGEST_PSEUDO_HEADING || /[.!,;]$/.test(words) || CALLOUT_LEADS.some(({ words: lead }) => lead.test(words)) || isExpectationLead(words)?.rest === '') return null;
  return next === undefined ? null : { heading: words.replace(/\s*:$/, ''), depth: PSEUDO_DEPTH, node };
}

/** A line in bold alone, also one in bold and italics, or with a colon after it. */
function isBold({ children: [first, second, third] }: Paragraph | Emphasis): boolean {
  const isAlone = second === undefined || (third === undefined && second.type === 'text' && second.value.trim() === ':');
  return isAlone && (first?.type === 'strong' || (first?.type === 'emphasis' && isBold(first)));
}

function withParents(opened: readonly Opened[], end: number): readonly SectionDraft[] {
  const open: { readonly index: number; readonly depth: number }[] = [];
  return opened.map((section, index) => {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
    const parent = open.at(-1)?.index ?? null;
    if (section.depth > 0) open.push({ index, depth: section.depth });
    const next = opened[index + 1];
    return { ...section, index, parent, range: { start: section.headingRange.start, end: next === undefined ? end : next.headingRange.start } };
  });
}
