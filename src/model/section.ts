import type { Block } from './prose.ts';
import type { Located, Span } from './span.ts';

/** What a section is for; it decides whether its blocks are steps and whether they are in the plan. */
export type SectionRole =
  | 'purpose'
  | 'prerequisites'
  | 'procedure'
  | 'verification'
  | 'contingency'
  | 'communication'
  | 'escalation'
  | 'history'
  | 'reference';

/** A heading, or a bold line that stands for one, with what is below it up to the next. */
export interface Section {
  readonly index: number;
  /** Without marks; `''` for the part before the first heading. */
  readonly heading: string;
  /** The link anchor: the slug that a forge makes, unique in the file. */
  readonly anchor: string;
  /** 1–6; 7 for a bold line that stands for a heading; 0 for the part before the first heading. */
  readonly depth: number;
  /** The enclosing section, or `null`. */
  readonly parent: number | null;
  readonly role: SectionRole;
  /** The words that determined the role; `null` for the default or an inherited role. */
  readonly roleFrom: string | null;
  /** Target globs in the heading or opening text: the section is for these only. Empty: for all. */
  readonly appliesTo: readonly Located<string>[];
  readonly budget: Budget | null;
  readonly headingSpan: Span;
  /** From its heading to the next section's heading. */
  readonly span: Span;
  /** The prose and code directly in it, not in its subsections. */
  readonly blocks: readonly Block[];
}

/** Words that state how long something may take, as its upper bound. */
export interface Budget {
  readonly seconds: number;
  readonly text: string;
  readonly span: Span;
}

/** A warning or a note that is set apart: an alert of a forge, an admonition, or a paragraph that begins with a bold "Warning:". `section` is an index. */
export interface Callout {
  readonly severity: 'note' | 'tip' | 'important' | 'warning' | 'caution';
  readonly text: string;
  readonly section: number;
  readonly span: Span;
}

/** Alternatives of which one is wanted; until it is chosen, all of them are out of the plan. */
export interface AlternativeGroup {
  readonly index: number;
  /** Any number may be chosen, one at a time. */
  readonly menu: boolean;
  /** In document order; a single one is an alternative to what comes before it. */
  readonly choices: readonly Choice[];
  /** The section that contains them, or `null` at the top level. */
  readonly section: number | null;
  readonly span: Span;
}

/** One of several alternatives: a section, a tab, a block with its lead, an item of a list, or a part of a block. */
export interface Choice {
  /** The words by which it is chosen; its first command if it has none. */
  readonly label: string;
  /** The section (with its subsections), if it is one, or `null`. */
  readonly section: number | null;
  /** Indices of its steps; empty if nothing of it can be run here. */
  readonly steps: readonly number[];
  readonly span: Span;
}
