import type { Nodes } from 'mdast';

/** A tree as lines: each node's type, place and fields. What is not there and what is `null` say the same. */
export function outline(node: Nodes, depth = 0): string[] {
  const { type, position, ...rest } = node;
  const { children = [], ...fields } = rest as { children?: readonly Nodes[] };
  const place = position === undefined ? 'nowhere' : `${position.start.offset}-${position.end.offset}`;
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [`${' '.repeat(depth)}${type} ${place} ${JSON.stringify(said)}`, ...children.flatMap((child) => outline(child, depth + 1))];
}
