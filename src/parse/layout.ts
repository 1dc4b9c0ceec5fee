import type { Code, Heading, RootContent } from 'mdast';
import { type Diagnostic, firstIndex, type Located, type Metadata, type SectionRole, type TableShape } from '../model/index.ts';
import { childBlocks, type Collected, type Document, rangeOf, readTables, spanOf } from './markdown/index.ts';
import { type FrontMatter, readMetadata } from './metadata/index.ts';
import { type FenceDraft, readFences } from './blocks/index.ts';
import { isPartName, readOutline, readRoles, type Role, type SectionDraft } from './sections/index.ts';

/** A document cut into sections, with its tables, blocks of code and metadata. */
export interface Layout {
  readonly title: Located<string> | null;
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly Role[];
  readonly roleNames: readonly SectionRole[];
  readonly sectionAt: (offset: number) => number;
  readonly fences: ReadonlyMap<Code, FenceDraft>;
  readonly tables: readonly TableShape[];
  readonly metadata: Metadata;
  /** The end of the top of the file, which only has a description. */
  readonly metadataEnd: number;
}

/** Reads the layout of a document. */
export function readLayout(document: Document, collected: Collected, frontMatter: FrontMatter, report: (diagnostic: Diagnostic) => void): Layout {
  const sections = readOutline(document, new Map<Heading, string>(collected.headings.map(({ node, anchor }) => [node, anchor])));
  const sectionAt = sectionFinder(sections);
  const fences = readFences(document, collected.codes, report);
  const title = readTitle(document, collected, frontMatter);
  const commands = new Set(fences.filter((fence) => fence.commands !== null).map((fence) => sectionAt(fence.range.start)));
  const items = new Set(collected.lists.filter(({ node }) => node.ordered === true || node.children.some((item) => typeof item.checked === 'boolean' || holdsCode(item))).map(({ range }) => sectionAt(range.start)));
  const roles = readRoles(sections, title?.value ?? '', { hasCommands: (section) => commands.has(section), hasItems: (section) => items.has(section) });
  const tables = readTables(document, collected.tables, sectionAt);
  const metadataEnd = endOfTop(document, sections);
  return {
    title,
    sections,
    roles,
    roleNames: roles.map(({ role }) => role),
    sectionAt,
    fences: new Map(fences.map((fence) => [fence.node, fence])),
    tables,
    metadata: readMetadata(document, frontMatter, tables, metadataEnd),
    metadataEnd,
  };
}

/** A bullet with a block of any kind is something to do, even if nothing of it runs here. */
function holdsCode(node: RootContent): boolean {
  return childBlocks(node).some((child) => child.type === 'code' || ((child.type === 'list' || child.type === 'listItem') && holdsCode(child)));
}

/** The section that an offset lies in. */
function sectionFinder(sections: readonly SectionDraft[]): (offset: number) => number {
  return (offset) => Math.max(0, firstIndex(sections, ({ range }) => range.start > offset) - 1);
}

/** The title: the first heading of depth 1, else what the front matter says, else the first heading, if it names more than a part of a runbook; template variables are filled in from the front matter. */
function readTitle(document: Document, { headings }: Collected, frontMatter: FrontMatter): Located<string> | null {
  const stated = frontMatter.values.find(({ key, value }) => key.toLowerCase() === 'title' && value !== '');
  const [first] = headings;
  const named = first === undefined || stated !== undefined || isPartName(first.text) ? undefined : first;
  const heading = headings.find(({ node }) => node.depth === 1) ?? named;
  if (heading !== undefined && heading.text !== '' && !heading.text.includes('<%')) return { value: heading.text, span: spanOf(document, heading.range) };
  return stated === undefined ? null : { value: stated.value, span: spanOf(document, stated.range) };
}

/** Where the first section after the title begins, or the first block of code or numbered list before it. */
function endOfTop(document: Document, sections: readonly SectionDraft[]): number {
  const titled = sections.findIndex(({ depth }) => depth === 1);
  const top = sections.filter(({ index, depth }) => index === titled || depth === 0);
  const next = sections.find(({ index, depth }) => depth > 0 && index !== titled);
  const acting = top.flatMap(({ nodes }) => nodes).find((node) => node.type === 'code' || (node.type === 'list' && node.ordered === true));
  const stop = acting === undefined ? undefined : rangeOf(document, acting)?.start;
  return Math.min(next?.range.start ?? document.source.text.length, stop ?? Infinity);
}
