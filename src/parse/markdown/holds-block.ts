import type { RootContent } from 'mdast';

/** Whether a block of code stands in a node, at any depth. */
export function holdsBlock(node: RootContent): boolean {
  return node.type === 'code' || ('children' in node && node.children.some(holdsBlock));
}
