import type { ShellAnalysis } from './shell/index.ts';
import type { CodeText, Located, Span } from './span.ts';

/** The Markdown details that lint needs. */
export interface Structure {
  readonly headings: readonly { readonly depth: number; readonly text: string; readonly anchor: string; readonly span: Span }[];
  readonly links: readonly { readonly href: string; readonly text: string; readonly kind: 'link' | 'image' | 'definition' | 'reference'; readonly span: Span }[];
  /** Ids of raw HTML anchors. */
  readonly anchors: readonly Located<string>[];
  readonly fences: readonly Fence[];
  /** Ordered lists, including those interrupted by an unindented block; `numbers` are as written. */
  readonly orderedLists: readonly { readonly numbers: readonly Located<number>[]; readonly continues: number | null; readonly span: Span }[];
  readonly tables: readonly TableShape[];
  /** Inline HTML such as `<app>` in prose, which a forge renders as nothing. */
  readonly html: readonly Located<string>[];
  /** Paragraph and list text without code, for rules that read words. */
  readonly texts: readonly Located<string>[];
  /** The text inside HTML comments. */
  readonly comments: readonly Located<string>[];
  readonly frontMatter: Span | null;
  readonly mixedLineEndings: boolean;
}

/** A block of code, fenced or indented, whether or not a step was made from it. */
export interface Fence {
  readonly info: string;
  readonly language: string;
  readonly closed: boolean;
  readonly fenced: boolean;
  readonly code: CodeText;
  /** The parsed code, if the block is shell. */
  readonly shell: ShellAnalysis | null;
  readonly hasPrompts: boolean;
  /** The step made from it, or `null`. */
  readonly step: number | null;
  readonly section: number;
  readonly span: Span;
  /** The place of the info string, where a label belongs even if it is empty. */
  readonly infoSpan: Span;
}

/** A table, marks stripped from its cells. */
export interface TableShape {
  readonly header: readonly Located<string>[];
  readonly rows: readonly { readonly cells: readonly Located<string>[]; readonly span: Span }[];
  readonly section: number;
  readonly span: Span;
}
