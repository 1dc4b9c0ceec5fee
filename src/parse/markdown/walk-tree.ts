import type { Nodes, Parents } from 'mdast';

/** What is done at a node; `skip` passes over what it holds, `end` ends the walk. */
export type Visit = (node: Nodes, parent: Parents | undefined, index: number) => 'skip' | 'end' | void;

/** Visits a node and all that it holds, in document order; false where it was ended. `unist-util-visit` does more, and is a twentieth of reading many files. */
export function walkTree(node: Nodes, visit: Visit, parent?: Parents, index = 0): boolean {
  const next = visit(node, parent, index);
  if (next === 'end') return false;
  if (next === 'skip' || !('children' in node)) return true;
  return node.children.every((child, at) => walkTree(child, visit, node, at));
}
