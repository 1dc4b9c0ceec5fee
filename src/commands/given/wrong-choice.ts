import { closest, RunbookError } from '../../model/index.ts';

/** The error for an unknown value: lists the known ones, and names the one that was probably meant. */
export function wrongChoice(what: string, given: string, choices: readonly string[], advice: string): RunbookError {
  const [near] = closest(given, choices);
  return new RunbookError({ what: `${what} ${given}`, why: `expected ${listed(choices)}`, advice: near === undefined ? advice : `did you mean ${near}?` });
}

/** `a, b or c`. */
function listed(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
