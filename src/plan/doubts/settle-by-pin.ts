import type { Doubt, DoubtAnswer, Pins } from '../../model/index.ts';

/** The doubt as a pin of its author leaves it. */
export function settleByPin(doubt: Doubt, pins: Pins): Doubt {
  const answer = answerOf(doubt, pins);
  return answer === null || !doubt.answers.includes(answer) ? doubt : { ...doubt, settledBy: 'pin', answer };
}

function answerOf({ kind }: Doubt, { runs, on, gate }: Pins): DoubtAnswer | null {
  switch (kind) {
    case 'elsewhere':
      if (on?.value === 'here') return 'here';
      return runs?.value === false ? 'skip' : null;
    case 'gate':
      return gate?.value === 'passed' ? 'passed' : null;
    case 'overwritten':
      return runs?.value === false ? 'skip' : null;
    case 'unparsed':
    case 'nothing':
    case 'not-a-command':
    case 'not-labelled':
    case 'conditional':
    case 'literal':
      if (runs === undefined) return null;
      return runs.value ? 'run' : 'skip';
  }
}
