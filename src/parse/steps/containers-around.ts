import type { Blockquote, Html, Paragraph } from 'mdast';
import type { CommandDraft } from '../blocks/index.ts';
import type { Document } from '../markdown/index.ts';
import { firstSentence } from './step-leads.ts';

type Leads = CommandDraft['leads'];

/** The quotes and `<details>` that are open at a block of a section. What they begin with leads to all that is in them, as the words of a list item do. */
export class ContainersAround {
  /** Outermost first. */
  private readonly open: Leads[] = [];
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** What leads to a block from there, innermost first. */
  get leads(): Leads {
    return this.open.toReversed().flat();
  }

  inQuote({ children }: Blockquote, visit: () => void): void {
    this.open.push(firstSentence(this.document, children[0]));
    visit();
    this.open.pop();
  }

  /** Takes the tags of a block of HTML: `<details>` holds up to its end or the next heading. */
  take(node: Paragraph | Html): void {
    const tags = node.type === 'html' ? [node.value] : node.children.flatMap((child) => (child.type === 'html' ? [child.value] : []));
    for (const [, end, name] of tags.join('').matchAll(/<(\/?)(details|summary)\b/gi)) {
      if (name?.toLowerCase() === 'details') {
        if (end === '') this.open.push([]);
        else this.open.pop();
      } else if (end === '' && this.open.pop() !== undefined) this.open.push(firstSentence(this.document, node).map((lead) => ({ ...lead, isTitle: true })));
    }
  }
}
