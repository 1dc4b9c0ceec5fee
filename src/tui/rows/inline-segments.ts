import { type Inline, visible, visibleProse } from '../../model/index.ts';
import type { Role } from '../theme.ts';
import { type Segment, textOf } from './rows.ts';

/** Marked prose as segments. A bare line end is a blank, as on a forge, unless the lines are said to stand apart. */
export function inlineSegments(nodes: readonly Inline[], roles: readonly Role[] = [], keepLines = false): readonly Segment[] {
  return nodes.flatMap((node) => inlineSegment(node, roles, keepLines));
}

function inlineSegment(node: Inline, roles: readonly Role[], keepLines: boolean): readonly Segment[] {
  switch (node.type) {
    case 'text':
      return [{ text: visibleProse(keepLines ? node.text.replace(/[ \t\r]+/g, ' ') : node.text.replace(/[ \t\r\n]+/g, ' ')), roles }];
    case 'code':
      return [{ text: visible(node.text.replace(/[ \t\r\n]+/g, ' ')), roles: [...roles, 'code'] }];
    case 'strong':
    case 'emphasis':
    case 'strike':
      return inlineSegments(node.children, [...roles, node.type], keepLines);
    case 'link':
      return linkSegments(node, roles, keepLines);
    case 'break':
      return [{ text: '\n', roles }];
  }
}

/** A link's words; the address too where it is one of the web and the words do not say it. */
function linkSegments({ href, children }: Extract<Inline, { type: 'link' }>, roles: readonly Role[], keepLines: boolean): readonly Segment[] {
  const words = inlineSegments(children, [...roles, 'link'], keepLines);
  const said = textOf(words);
  const isSaid = !/^(?:https?:|mailto:)/.test(href) || said.includes(href) || href.endsWith(said) || said === '';
  return isSaid ? words : [...words, { text: ` (${visible(href)})`, roles: [...roles, 'muted'] }];
}
