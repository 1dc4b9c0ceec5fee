import type { Segment } from '../rows/rows.ts';

/** The place of a block among the others. */
export interface Indent {
  /** Index of the section it stands in. */
  readonly section: number;
  /** The prefix of its first row (a list marker, the bar of a quote), and that of the other rows, equally wide. */
  readonly first: readonly Segment[];
  readonly rest: readonly Segment[];
  /** Whether there is a blank row above it. */
  readonly gap: boolean;
}

interface BlockBase extends Indent {
  /** Line in the file, from 1. */
  readonly line: number;
}

/** A paragraph or a line of a list. */
export interface WordsBlock extends BlockBase {
  readonly kind: 'words';
  readonly segments: readonly Segment[];
}

/** A heading; its depth is that of the section. */
interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
}

/** Code that is shown and never run. */
interface ShownBlock extends BlockBase {
  readonly kind: 'shown';
  readonly text: string;
}

/** A table in which nothing runs. */
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly header: readonly (readonly Segment[])[];
  readonly rows: readonly (readonly (readonly Segment[])[])[];
}

/** A thematic break. */
interface RuleBlock extends BlockBase {
  readonly kind: 'rule';
}

/** A piece of a command step. */
export interface PieceBlock extends BlockBase {
  readonly kind: 'piece';
  readonly step: string;
  readonly piece: number;
  /** For a row of a table of checks: its first cell. */
  readonly label: string | null;
  /** The file's sample output for it, on the last piece of its step. */
  readonly sample: string | null;
  /** What of it stands in no block of its own. */
  readonly ownSample: string | null;
}

/** A manual step, with everything that belongs to it. */
export interface ManualBlock extends BlockBase {
  readonly kind: 'manual';
  readonly step: string;
  readonly children: readonly PlainBlock[];
}

/** Blocks in which nothing runs and nothing is asked. */
export type PlainBlock = WordsBlock | HeadingBlock | ShownBlock | TableBlock | RuleBlock;

/** The parts of the document on screen, in the order of the file. */
export type DocumentBlock = PlainBlock | PieceBlock | ManualBlock;
