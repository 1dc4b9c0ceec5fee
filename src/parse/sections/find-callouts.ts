import type { Blockquote, ListItem, Nodes, Paragraph } from 'mdast';
import type { Callout, CodeRange } from '../../model/index.ts';
import { type Document, rangeWithin } from '../markdown/index.ts';
import { readCallout } from './callouts.ts';

/** A callout with the outermost list item that it stands in: then it is for the steps of that item only. */
export interface PlacedCallout {
  readonly callout: Callout;
  readonly item: ListItem | null;
}

/** Every callout of a document, in order. */
export function findCallouts(document: Document, sectionAt: (offset: number) => number): readonly PlacedCallout[] {
  const found: PlacedCallout[] = [];
  const add = (node: Blockquote | Paragraph, range: CodeRange, item: ListItem | null): boolean => {
    const callout = readCallout(document, node, range, sectionAt(range.start));
    if (callout !== null) found.push({ callout, item });
    return callout !== null;
  };
  const visit = (node: Nodes, around: CodeRange, item: ListItem | null): void => {
    const range = rangeWithin(document, node, around);
    if (node.type === 'paragraph') {
      // The lead of a list item is its title, whatever it begins with.
      add(node, range, item);
    } else if (node.type === 'blockquote') {
      if (!add(node, range, item)) for (const child of node.children) visit(child, range, item);
    } else if (node.type === 'list') {
      for (const child of node.children) for (const block of child.children) visit(block, range, item ?? child);
    } else if (node.type === 'root') {
      for (const child of node.children) visit(child, range, null);
    }
  };
  visit(document.tree, { start: 0, end: document.source.text.length }, null);
  return found;
}
