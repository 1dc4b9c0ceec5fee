import type { RunSession } from '../../execute/index.ts';
import type { PreparedRow } from '../../history/index.ts';
import { cellText } from '../../history/index.ts';
import { ExitCode } from '../../model/index.ts';
import type { Io } from '../../model/index.ts';
import { errorText } from '../print-error.ts';
import type { RunningOptions } from '../running/options.ts';
import { prepareRunRow, writeRunRow } from '../running/write-row.ts';
import { LeftAtQuestion } from './prompter.ts';
import type { Prompter } from './prompter.ts';

/** Shows the history row as it will be written, lets each cell be changed, and writes it; left at a question, it is written as it stands. */
export async function closing(session: RunSession, path: string, options: RunningOptions, prompter: Prompter, io: Io): Promise<ExitCode> {
  if (!options.history) return ExitCode.done;
  const prepared = await prepareRunRow(session, path, options);
  if (prepared === null) return ExitCode.done;
  const composed = prepared.row.cells.map(({ value }) => value);
  let left: LeftAtQuestion | null = null;
  const cells = await editCells(prepared, prompter).catch((error: unknown) => {
    if (!(error instanceof LeftAtQuestion)) throw error;
    left = error;
    return composed;
  });
  if (cells === null) return ExitCode.done;
  const result = await writeRunRow(session, path, prepared, cells, options);
  if (result.status === 'kept') {
    io.stderr.write(errorText({ what: 'the history row is kept, not written', why: result.reason, advice: result.advice }));
    io.stderr.write(`${result.row}\n`);
    return ExitCode.historyKept;
  }
  prompter.say(`written to ${path}:${result.line}\n${result.row}`);
  if (result.commit?.status !== 'failed') return exitCodeOf(left);
  io.stderr.write(errorText({ what: 'the history row is written but not committed', why: result.commit.reason, advice: 'commit it by hand' }));
  return ExitCode.historyKept;
}

/** A row that was written although its questions were left does not make the leaving undone. */
function exitCodeOf(left: LeftAtQuestion | null): ExitCode {
  return left === null ? ExitCode.done : left.exitCode;
}

async function editCells({ row, columns }: PreparedRow, prompter: Prompter): Promise<string[] | null> {
  const cells = row.cells.map(({ value }) => value);
  prompter.say('\nThe history row:');
  for (;;) {
    columns.forEach((column, i) => prompter.say(`  ${i + 1}  ${column}: ${cells[i] ?? ''}${hint(row.cells[i])}`));
    const given = await prompter.ask('Enter write, a number to change a cell, - to write no row > ');
    if (given === '') return cells;
    if (given === '-') return null;
    const index = Number(given) - 1;
    const column = columns[index];
    if (column === undefined) prompter.say('give the number of a cell');
    else cells[index] = cellText(await prompter.ask(`${column}: `, row.cells[index]?.source === 'open' ? (row.cells[index]?.suggestions[0] ?? '') : (cells[index] ?? '')));
  }
}

function hint(cell: PreparedRow['row']['cells'][number] | undefined): string {
  if (cell === undefined || cell.source !== 'open') return '';
  return cell.suggestions.length > 0 ? ` (perhaps ${cell.suggestions.slice(0, 4).join(', ')})` : cell.above === '' ? '' : ` (above: ${cell.above})`;
}
