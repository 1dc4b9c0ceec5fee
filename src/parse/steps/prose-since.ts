import type { RootContent } from 'mdast';
import { leadStart } from './step-leads.ts';

/** The prose of a section since its last step. */
export class ProseSince {
  private all: RootContent[] = [];
  /** Where the text of the list item begins that is walked. */
  private itemStart: number | null = null;
  /** Where the text ends of a list item that has been walked: none of that leads to what comes after it. */
  private itemEnd = 0;

  get nodes(): readonly RootContent[] {
    return this.all;
  }

  push(node: RootContent): void {
    this.all.push(node);
  }

  /** Walks a list item; its text leads to the first step in it. */
  inItem(walk: () => void): void {
    this.itemStart ??= this.all.length;
    walk();
    this.itemStart = null;
    this.itemEnd = this.all.length;
  }

  /** Takes all of it at a step: what leads to that is its own, the rest is the step's above it, if there is one. */
  take({ isFirst }: { readonly isFirst: boolean }): { readonly own: RootContent[]; readonly above: RootContent[] } {
    const from = isFirst ? 0 : leadStart(this.all, { item: this.itemStart, closed: this.itemEnd });
    const taken = { own: this.all.slice(from), above: this.all.slice(0, from) };
    this.all = [];
    this.itemStart = null;
    this.itemEnd = 0;
    return taken;
  }
}
