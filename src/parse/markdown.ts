import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { sourceText } from '../model/index.ts';
import type { Document } from './document.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

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
