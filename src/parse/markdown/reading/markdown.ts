import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { sourceText } from '../../../model/index.ts';
import type { Document } from '../document.ts';
import { openContainers } from './containers.ts';
import { showHtml } from './html-words.ts';
import type { TreeReader } from './reread.ts';

/** A file's text with its tree: the one parse of a file. */
export function readMarkdown(text: string, path: string, readTree: TreeReader): Document {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const tree = readTree(base === 1 ? text.slice(1) : text);
  const source = sourceText(text);
  openContainers(tree, source, base, readTree);
  showHtml(tree, source, base);
  return { path, source, tree, base, definitions: readDefinitions(tree, text), braces: new Set() };
}

/** A file that is not to be read, as a document without content. */
export function emptyDocument(text: string, path: string): Document {
  return { path, source: sourceText(text), tree: { type: 'root', children: [] }, base: 0, definitions: new Map(), braces: new Set() };
}

/** Where references lead, by identifier: the first definition counts. */
function readDefinitions(tree: Root, text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!text.includes(']:')) return found;
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!found.has(identifier)) found.set(identifier, url);
  });
  return found;
}
