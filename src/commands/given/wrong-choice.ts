import { closest, listWords, RunbookError } from '../../model/index.ts';

/** The error for an unknown value: lists the known ones, and names the one that was probably meant. */
export function wrongChoice(what: string, given: string, choices: readonly string[], advice: string): RunbookError {
  const [near] = closest(given, choices);
  return new RunbookError({ what: `${what} ${given}`, why: `expected ${listWords(choices, 'or')}`, advice: near === undefined ? advice : `did you mean ${near}?` });
}
