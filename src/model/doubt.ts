/** The kinds of doubt: what the text leaves open about a piece that would run. */
export type DoubtKind = 'elsewhere' | 'unparsed' | 'not-a-command' | 'not-labelled' | 'conditional' | 'gate' | 'literal' | 'overwritten' | 'nothing';

/** The answers that settle doubts; each kind takes some of them. */
export type DoubtAnswer = 'here' | 'done' | 'edit' | 'run' | 'passed' | 'finish' | 'stop' | 'theirs' | 'mine' | 'skip';

/** A doubt about a piece. While it is open the piece is held: it does not run until somebody settles it. A piece has at most one doubt of a kind. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** The words that raised it, as the author wrote them. */
  readonly text: string;
  /** The line of those words, from 1. */
  readonly line: number;
  /** The section whose heading raised it, for which the doubt disappears if a person chose that section. `null` for words elsewhere. */
  readonly section: number | null;
  /** What is asked in its place once a person has chosen that section: what other words leave open. */
  readonly inChosenSection?: Doubt;
  /** Whether it is about the whole block, so that skipping skips the rest of the block. */
  readonly block: boolean;
  /** The possible answers, in the order to offer them. */
  readonly answers: readonly DoubtAnswer[];
  /** Who settled it before the run, or `null` while it is open. */
  readonly settledBy: 'pin' | 'lock' | 'caller' | null;
  /** The answer that settled it; `null` while it is open. */
  readonly answer: DoubtAnswer | null;
}

/** The answers to each kind, in the order to offer them; `run` only if the code parses. */
export const DOUBT_ANSWERS: Readonly<Record<DoubtKind, readonly DoubtAnswer[]>> = {
  elsewhere: ['here', 'done', 'skip'],
  unparsed: ['edit', 'skip'],
  'not-a-command': ['edit', 'run', 'skip'],
  'not-labelled': ['run', 'skip'],
  conditional: ['run', 'skip'],
  gate: ['passed', 'finish', 'stop'],
  literal: ['edit', 'run', 'skip'],
  overwritten: ['theirs', 'mine', 'skip'],
  nothing: ['skip', 'edit'],
};

/** The answers that only somebody in the walk can give, who has seen how things are or types more than the answer. */
const IN_THE_WALK: ReadonlySet<DoubtAnswer> = new Set(['edit', 'finish', 'stop']);

/** The answers to a doubt that can be given before a run. */
export function answersBeforehand({ answers }: Pick<Doubt, 'answers'>): readonly DoubtAnswer[] {
  return answers.filter((answer) => !IN_THE_WALK.has(answer));
}

/** A sentence that says to stop, wait or look before going on. It holds the next piece that runs. */
export interface Gate {
  /** As the author wrote it. */
  readonly text: string;
  readonly line: number;
  /** Offset in the file. */
  readonly offset: number;
  /** The offset from which it holds pieces: below the block that it leads to where it waits for what that does, "Restart it and wait until it is up:". */
  readonly from: number;
  readonly section: number;
  /** "Wait for …": not a gate before a command that does the waiting itself, with `first` only if it waits before anything acts: "Wait for the export, then delete it"; with `before` also below a command that has waited: "Once the pod is up, …". `null` where nothing is waited for, or the word of somebody. */
  readonly waits: 'first' | 'also' | 'before' | null;
  /** It holds only pieces that do more than read, since reading is how one checks the condition. */
  readonly acts: boolean;
  /** It tells what is so in one case: asked only about a piece of which nothing else is asked. */
  readonly inCase: boolean;
  /** It says that nothing is left to do in that case, so that the run may end there and all is well: "If it answers you are done." */
  readonly endsWell: boolean;
}
