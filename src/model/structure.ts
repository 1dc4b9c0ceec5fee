import type { ShellAnalysis } from './shell.ts';
import type { CodeText, Located, Span } from './span.ts';

/** What lint needs of the Markdown itself. */
export interface Structure {
  readonly headings: readonly { readonly depth: number; readonly text: string; readonly anchor: string; readonly span: Span }[];
  readonly links: readonly { readonly href: string; readonly text: string; readonly kind: 'link' | 'image' | 'definition' | 'reference'; readonly span: Span }[];
  /** Ids of raw HTML anchors. */
  readonly anchors: readonly Located<string>[];
  readonly fences: readonly Fence[];
  /** Ordered lists, also those cut by an unindented block: `numbers` as written. */
  readonly orderedLists: readonly { readonly numbers: readonly Located<number>[]; readonly continues: number | null; readonly span: Span }[];
  readonly tables: readonly TableShape[];
  /** Inline HTML such as `<app>` in prose, which a forge renders as nothing. */
  readonly html: readonly Located<string>[];
  /** Paragraph and list text, for rules that read words; code excluded. */
  readonly texts: readonly Located<string>[];
  /** HTML comments, their inside text. */
  readonly comments: readonly Located<string>[];
  readonly frontMatter: Span | null;
  readonly mixedLineEndings: boolean;
}

export interface Fence {
  readonly info: string;
  readonly language: string;
  readonly closed: boolean;
  readonly fenced: boolean;
  readonly code: CodeText;
  /** The code as parsed, where the block is shell. */
  readonly shell: ShellAnalysis | null;
  readonly hasPrompts: boolean;
  /** Step made from it, or `null`. */
  readonly step: number | null;
  readonly section: number;
  readonly span: Span;
  /** The info string's place (where a label belongs, even when empty). */
  readonly infoSpan: Span;
}

export interface TableShape {
  readonly header: readonly Located<string>[];
  readonly rows: readonly { readonly cells: readonly Located<string>[]; readonly span: Span }[];
  readonly section: number;
  readonly span: Span;
}
