import type { List, ListItem, RootContent } from 'mdast';
import { textOf } from '../markdown/index.ts';

/** Blocks that stand unindented below a list belong to its last item where the list goes on after them, or went on after such blocks before, or the item leads to them. */
export function withCutBlocks(nodes: readonly RootContent[]): readonly RootContent[] {
  if (!nodes.some(({ type }) => type === 'list')) return nodes;
  const result: RootContent[] = [];
  let cut: List | null = null;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) break;
    const blocks = node.type === 'list' ? blocksBelow(nodes, index) : [];
    if (node.type === 'list' && blocks.length > 0 && (leadsOn(node) || saysTheSame(node, blocks) || goesOn(node, nodes[index + 1 + blocks.length]) || (cut !== null && goesOn(cut, node)))) {
      result.push(withBlocks(node, blocks));
      cut = node;
      index += blocks.length;
    } else {
      result.push(node);
    }
  }
  return result;
}

function blocksBelow(nodes: readonly RootContent[], index: number): readonly RootContent[] {
  const rest = nodes.slice(index + 1, index + 6);
  const end = rest.findIndex(({ type }) => type !== 'code');
  return end < 0 ? rest : rest.slice(0, end);
}

function leadsOn(list: List): boolean {
  const last = list.children.at(-1);
  return last !== undefined && last.children.length === 1 && textOf(last).endsWith(':');
}

/** Sentences after the first, which may ask for more than the block does. */
const SAYS_MORE = /[.!?]\s+\S/;

/** Whether the last of numbered items, or of boxes to tick, says what the block below it does: "Stop the shop" and `systemctl stop shop`. */
function saysTheSame(list: List, blocks: readonly RootContent[]): boolean {
  const last = list.children.at(-1);
  const [block] = blocks;
  const isStep = list.ordered === true || (typeof last?.checked === 'boolean' && !SAYS_MORE.test(textOf(last)));
  if (!isStep || last?.children.length !== 1 || block?.type !== 'code') return false;
  const typed = new Set(block.value.toLowerCase().split(/[^a-z]+/));
  return (textOf(last).toLowerCase().match(/[a-z]{4,}/g) ?? []).slice(0, 4).some((word) => typed.has(word));
}

/** Whether a list continues an ordered one: its first number is the next, or every item is a 1. */
function goesOn(list: List, next: RootContent | undefined): boolean {
  if (list.ordered !== true || next?.type !== 'list' || next.ordered !== true) return false;
  const end = (list.start ?? 1) + list.children.length;
  return next.start === end || next.start === 1;
}

function withBlocks(list: List, blocks: readonly RootContent[]): List {
  const items = list.children.slice(0, -1);
  const last = list.children.at(-1);
  const longer: ListItem | undefined = last === undefined ? undefined : { ...last, children: [...last.children, ...(blocks as ListItem['children'])] };
  return { ...list, children: longer === undefined ? items : [...items, longer] };
}
