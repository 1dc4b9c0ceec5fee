/** What the text leaves open about a piece that would run. */
export type DoubtKind = 'elsewhere' | 'unparsed' | 'not-a-command' | 'not-labelled' | 'conditional' | 'gate' | 'literal' | 'overwritten' | 'nothing';

/** What can settle a doubt; each kind takes some of them. */
export type DoubtAnswer = 'here' | 'done' | 'edit' | 'run' | 'passed' | 'stop' | 'theirs' | 'mine' | 'skip';

/** A piece with an open one is held: it does not run until somebody settles it. A piece has at most one of a kind. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** The words that made it, as the author wrote them. */
  readonly text: string;
  /** The line of those words, from 1. */
  readonly line: number;
  /** What settles it, in the order to offer. */
  readonly answers: readonly DoubtAnswer[];
  /** Who settled it before the run, or `null` while it is open. */
  readonly settledBy: 'pin' | 'lock' | 'caller' | null;
  /** What it was settled to; `null` while it is open. */
  readonly answer: DoubtAnswer | null;
}
