import { createInterface, type Interface } from 'node:readline/promises';
import { cellText, type ComposedCell, openCell } from '../history/index.ts';
import { ExitCode, type Io, RunbookError } from '../model/index.ts';

/** Asks for each cell that was not given, with what would stand there: Enter takes it, or leaves the cell open. The outcome needs an answer. */
export async function askCells(cells: readonly ComposedCell[], io: Io): Promise<readonly string[]> {
  const lines = createInterface({ input: io.stdin, output: io.stdout });
  const stopped = new AbortController();
  let code: ExitCode = ExitCode.stopped;
  lines.on('SIGINT', () => {
    code = ExitCode.interrupted;
    lines.close();
  });
  lines.on('close', () => stopped.abort());
  try {
    const answers: string[] = [];
    for (const cell of cells) answers.push(cell.source === 'given' ? cell.value : await ask(cell, lines, stopped.signal, io));
    return answers;
  } catch (error) {
    if (stopped.signal.aborted) throw new RunbookError({ what: 'no row is written', why: 'stopped at a question', advice: 'nothing was changed; --record "<column>=<value>" answers without asking', exitCode: code });
    throw error;
  } finally {
    lines.close();
  }
}

async function ask(cell: ComposedCell, lines: Interface, signal: AbortSignal, io: Io): Promise<string> {
  const offered = cell.source === 'open' ? '' : cell.value;
  const hint = offered !== '' ? ` [${offered}]` : cell.suggestions.length > 0 ? ` (e.g. ${cell.suggestions.join(', ')})` : cell.above === '' ? '' : ` (above: ${cell.above})`;
  for (;;) {
    const answer = (await lines.question(`${cell.column}${hint}: `, { signal })).trim();
    if (answer !== '') return cellText(answer);
    if (offered !== '' || cell.role !== 'outcome') return offered || openCell;
    io.stdout.write('the outcome needs an answer, e.g. Success\n');
  }
}
