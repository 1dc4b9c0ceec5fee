import type { CodeRange } from '../../model/index.ts';

/** A choice before the steps are known: its words, and the stretch of the file that is run where it is chosen. */
export interface FoundChoice {
  readonly label: string;
  readonly range: CodeRange;
  /** The section that it is, or `null` where it is a part of one. */
  readonly section: number | null;
}

/** Choices of which one is wanted; of a menu any number, one at a time. */
export interface FoundGroup {
  readonly menu: boolean;
  readonly choices: readonly FoundChoice[];
}
