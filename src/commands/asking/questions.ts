import type { Io } from '../../model/index.ts';
import { Prompter } from '../../plain/index.ts';

/** The questions of a command that does nothing until they are answered. Whoever leaves at one ends the command; `undone` says what was not done. */
export function questionsOf(io: Io, undone: string): Prompter {
  return new Prompter(io, null, { what: undone, advice: 'options answer without asking: --help has them', takesAhead: true });
}

/** Asks for one line; Enter takes what is offered. */
export async function askOffering(questions: Prompter, label: string, offered: string): Promise<string> {
  return (await questions.ask(`${label}${offered === '' ? '' : ` [${offered}]`}: `)) || offered;
}
