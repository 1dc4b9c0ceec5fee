import type { CodeRange } from '../../model/index.ts';

/** An alternative before the steps are known: its words, and the part of the file that runs if it is chosen. */
export interface FoundChoice {
  readonly label: string;
  readonly range: CodeRange;
  /** The section that it is; `null` if it is part of one. */
  readonly section: number | null;
}

/** Alternatives of which one is wanted; for a menu any number, one at a time. */
export interface FoundGroup {
  readonly menu: boolean;
  readonly choices: readonly FoundChoice[];
  /** No word calls its sections choices: it counts only where they hold something to run. */
  readonly unnamed?: boolean;
}
