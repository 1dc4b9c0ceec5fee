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
  /** The section whose heading made it: where a person chose that section, there is no doubt. `null` for words elsewhere. */
  readonly section: number | null;
  /** It is about the whole block: to skip it skips the rest of the block. */
  readonly block: boolean;
  /** What settles it, in the order to offer. */
  readonly answers: readonly DoubtAnswer[];
  /** Who settled it before the run, or `null` while it is open. */
  readonly settledBy: 'pin' | 'lock' | 'caller' | null;
  /** What it was settled to; `null` while it is open. */
  readonly answer: DoubtAnswer | null;
}

/** What each kind takes, in the order to offer; `run` only where the code parses. */
export const DOUBT_ANSWERS: Readonly<Record<DoubtKind, readonly DoubtAnswer[]>> = {
  elsewhere: ['here', 'done', 'skip'],
  unparsed: ['edit', 'skip'],
  'not-a-command': ['edit', 'run', 'skip'],
  'not-labelled': ['run', 'skip'],
  conditional: ['run', 'skip'],
  gate: ['passed', 'stop'],
  literal: ['edit', 'run', 'skip'],
  overwritten: ['theirs', 'mine', 'skip'],
  nothing: ['skip', 'edit'],
};

/** A sentence of the text that tells to stop, to wait or to look before going on. It holds the next piece that runs. */
export interface Gate {
  /** As the author wrote it. */
  readonly text: string;
  readonly line: number;
  /** Offset in the file. */
  readonly offset: number;
  readonly section: number;
  /** "Wait for …": no gate before a command that does the waiting itself. */
  readonly waits: boolean;
  /** It holds what does more than read: to look is how one sees that it is so. */
  readonly acts: boolean;
}
