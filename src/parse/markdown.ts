import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { sourceText } from '../model/index.ts';
import type { Document } from './document.ts';

const processor = unified().use(remarkParse).use(gfmWithoutBareAddresses).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** What a runbook needs of GitHub's Markdown: to find bare addresses takes a tenth of the time, and nobody reads them. */
function gfmWithoutBareAddresses(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), gfmTaskListItem(), gfmStrikethrough(), gfmFootnote());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown());
}

/** Reads Markdown into a tree: the one parse of a file. */
export function readMarkdown(text: string, path: string): Document {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const tree = processor.parse(base === 1 ? text.slice(1) : text);
  return { path, source: sourceText(text), tree, base, definitions: readDefinitions(tree) };
}

/** A file that is not to be read, as a document without content. */
export function emptyDocument(text: string, path: string): Document {
  return { path, source: sourceText(text), tree: { type: 'root', children: [] }, base: 0, definitions: new Map() };
}

function readDefinitions(tree: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') node.children.forEach(visit);
  };
  visit(tree);
  return found;
}
