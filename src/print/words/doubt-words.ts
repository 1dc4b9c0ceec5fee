import type { DoubtSettled } from '../../events/index.ts';
import type { DoubtAnswer, DoubtKind } from '../../model/index.ts';

/** What a doubt leaves open, as an engineer would say it. */
export function doubtWords(kind: DoubtKind): string {
  return DOUBTS[kind];
}

/** The words that made a doubt: those of the runbook as a quotation, those about its fence as they are. */
export function doubtText({ kind, text }: { readonly kind: DoubtKind; readonly text: string }): string {
  return kind === 'not-labelled' ? text : `"${text}"`;
}

/** What an answer to a doubt does, where its name alone does not say it; `''` elsewhere. */
export function answerWords(answer: DoubtAnswer): string {
  return ANSWERS[answer] ?? '';
}

/** Who or what settled a doubt. */
export function settlerWords({ who, by }: Pick<DoubtSettled, 'who' | 'by'>): string {
  return who ?? SETTLERS[by];
}

const SETTLERS: Readonly<Record<DoubtSettled['by'], string>> = { operator: 'the operator', caller: '--settle', pin: 'the pin', lock: 'the lock' };

const DOUBTS: Readonly<Record<DoubtKind, string>> = {
  elsewhere: 'This may belong on another machine',
  unparsed: 'This is not complete shell',
  'not-a-command': 'This may be no command',
  'not-labelled': 'Nothing says that this is a command',
  conditional: 'Depends on',
  gate: 'The text before it says',
  literal: 'A value in it is to be replaced',
  overwritten: 'It sets a value that was given',
  nothing: 'Nothing in it runs: its commands are comments',
};

const ANSWERS: Readonly<Partial<Record<DoubtAnswer, string>>> = {
  here: 'run it here',
  done: 'by hand, there',
  passed: 'go on, with a reason',
  finish: 'nothing is left to do',
  stop: 'end here',
  theirs: 'what the file sets',
  mine: 'what was given',
};
