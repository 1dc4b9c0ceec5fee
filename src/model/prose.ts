import type { Span } from './span.ts';
import { oneLine } from './text/index.ts';

/** Text with marks, independent of Markdown, for a terminal or a report to render. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'strike'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'break' };

/** An item of a list. */
export interface ListItem {
  /** Whether its box is ticked; `null` if the item is not a task. */
  readonly checked: boolean | null;
  /** Its number in an ordered list: as written, or counted where all are written alike (`1.` before each); else `null`. */
  readonly number: number | null;
  readonly children: readonly Block[];
}

/** A block of prose between steps. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[]; readonly span: Span }
  | { readonly type: 'heading'; readonly depth: number; readonly children: readonly Inline[]; readonly span: Span }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[]; readonly span: Span }
  | { readonly type: 'code'; readonly language: string; readonly text: string; readonly span: Span }
  | { readonly type: 'table'; readonly header: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[]; readonly span: Span }
  /** `tab`: the label of a tab that it stands for; `admonition`: the kind of a container such as `!!! danger`. */
  | { readonly type: 'quote'; readonly tab: string | null; readonly admonition: string | null; readonly children: readonly Block[]; readonly span: Span }
  | { readonly type: 'rule'; readonly span: Span };

/** The words of prose without marks, white space folded. */
export function plainText(nodes: readonly (Inline | Block)[]): string {
  return oneLine(nodes.map(nodeText).join(' '));
}

function nodeText(node: Inline | Block): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'break':
    case 'rule':
      return ' ';
    case 'list':
      return node.items.map((item) => plainText(item.children)).join(' ');
    case 'table':
      return [node.header, ...node.rows].flat().map(inlineText).join(' ');
    case 'quote':
      return plainText(node.children);
    default:
      return inlineText(node.children);
  }
}

/** The words of inline text. */
function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(nodeText).join('');
}
