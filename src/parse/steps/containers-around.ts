import type { Blockquote, Html, Paragraph } from 'mdast';
import type { CommandDraft } from '../blocks/index.ts';
import { type Document, tagsIn } from '../markdown/index.ts';
import { firstSentence } from './step-leads.ts';

type Leads = CommandDraft['leads'];

interface Container {
  readonly kind: 'quote' | 'details';
  readonly leads: Leads;
}

/** The quotes and `<details>` that are open at a block. What they begin with leads to all that is in them, as the words of a list item do. */
export class ContainersAround {
  /** Outermost first. */
  private open: readonly Container[] = [];
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** What leads to a block from there, innermost first. */
  get leads(): Leads {
    return this.open.toReversed().flatMap(({ leads }) => leads);
  }

  inQuote({ children }: Blockquote, visit: () => void): void {
    const outside = this.open;
    this.open = [...outside, { kind: 'quote', leads: firstSentence(this.document, children[0]) }];
    visit();
    this.open = outside;
  }

  /** Takes the tags of a block of HTML: `<details>` holds up to its end, headings and all. */
  take(node: Paragraph | Html): void {
    for (const { name, ends } of tagsIn(node)) {
      if (name === 'details') {
        if (ends) this.close();
        else this.open = [...this.open, { kind: 'details', leads: [] }];
      } else if (name === 'summary' && !ends && this.close()) this.open = [...this.open, { kind: 'details', leads: firstSentence(this.document, node).map((lead) => ({ ...lead, isTitle: true })) }];
    }
  }

  /** Whether the innermost one was `<details>`, which is closed. */
  private close(): boolean {
    if (this.open.at(-1)?.kind !== 'details') return false;
    this.open = this.open.slice(0, -1);
    return true;
  }
}
