import { cellText, type ComposedCell, OPEN_CELL } from '../../history/index.ts';
import type { Io } from '../../model/index.ts';
import type { Prompter } from '../../plain/index.ts';
import { askOffering, questionsOf } from './questions.ts';

/** Asks for each cell that was not given, offering a value: Enter takes it, or leaves the cell open. The outcome needs an answer. */
export async function askCells(cells: readonly ComposedCell[], io: Io): Promise<readonly string[]> {
  const questions = questionsOf(io, 'no row is written');
  const answers: string[] = [];
  for (const cell of cells) answers.push(cell.source === 'given' ? cell.value : await ask(cell, questions));
  return answers;
}

async function ask(cell: ComposedCell, questions: Prompter): Promise<string> {
  const offered = cell.source === 'open' ? '' : cell.value;
  const hint = offered === '' ? hintFor(cell) : '';
  for (;;) {
    const answer = await askOffering(questions, `${cell.column}${hint}`, offered);
    if (answer !== '') return answer === offered ? offered : cellText(answer);
    if (cell.role !== 'outcome') return OPEN_CELL;
    questions.say('the outcome needs an answer, e.g. Success');
  }
}

function hintFor({ suggestions, above }: ComposedCell): string {
  if (suggestions.length > 0) return ` (e.g. ${suggestions.join(', ')})`;
  return above === '' ? '' : ` (above: ${above})`;
}
