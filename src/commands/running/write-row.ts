import { readFile } from 'node:fs/promises';
import type { RunSession } from '../../execute/index.ts';
import { cellText, prepareRow, recordRow, runFacts } from '../../history/index.ts';
import type { PreparedRow, RecordResult } from '../../history/index.ts';
import { suggestByShape } from '../../plan/index.ts';
import type { RowPort } from '../../walk/index.ts';
import { errorText } from '../print-error.ts';
import type { RunningOptions } from './options.ts';

/** The history row of a run, asked for and written. */
export function rowPort(path: string, options: RunningOptions): RowPort {
  let prepared: PreparedRow | null = null;
  return {
    prepare: async (session) => {
      prepared = await prepareRunRow(session, path, options);
      if (prepared === null) return null;
      const cells = prepared.row.cells.map(({ column, value, source, suggestions, above }) => ({ column, value, open: source === 'open', suggestions, above }));
      return { path, columns: prepared.columns, cells, unknown: prepared.row.unknown };
    },
    write: async (session, cells) => {
      if (prepared === null) throw new Error('the row was not prepared');
      const before = prepared.row.cells;
      const result = await writeRunRow(session, path, prepared, cells.map((cell, index) => (cell === before[index]?.value ? cell : cellText(cell))), options);
      if (result.status === 'kept') return { status: 'kept', text: result.row, said: errorText({ what: 'the history row is kept, not written', why: result.reason, advice: result.advice }), complete: false };
      if (result.commit?.status !== 'failed') return { status: 'written', text: result.row, said: `written to ${path}:${result.line}`, complete: true };
      return { status: 'written', text: result.row, said: errorText({ what: 'the history row is written but not committed', why: result.commit.reason, advice: 'commit it by hand' }), complete: false };
    },
  };
}

/** The row of a run that has ended, before it is written; `null` where the file has no table and none is to be made. */
export async function prepareRunRow(session: RunSession, path: string, options: Pick<RunningOptions, 'record' | 'addHistory'>): Promise<PreparedRow | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const { target } = session.plan;
  const facts = runFacts(session.events, { targetRow: target?.row ?? {}, record: options.record, report: session.id, now: new Date() });
  const seen = session.plan.steps.flatMap(({ step, pieces }) => pieces.map(({ piece }) => session.outputTail(step.id, piece.index)));
  const source = text ?? session.plan.runbook.source.text;
  const prepared = prepareRow(source, { ...facts, suggest: (example) => suggestByShape(example, seen) }, { path, target: target?.name ?? null });
  return prepared.table === null && !options.addHistory ? null : prepared;
}

/** Write a run's row, or keep it. The journal says which. */
export async function writeRunRow(session: RunSession, path: string, prepared: PreparedRow, cells: readonly string[], options: RunningOptions): Promise<RecordResult> {
  const outcome = session.state.status === 'passed' ? 'Success' : session.state.status === 'failed' ? 'Failed' : 'Aborted';
  const result = await recordRow({
    path,
    columns: prepared.columns,
    cells,
    target: session.plan.target?.name ?? null,
    operator: options.operator,
    runId: session.id,
    outcome,
    title: session.plan.runbook.title?.value ?? null,
    addHistory: options.addHistory,
    commit: options.commit,
    push: options.push,
  });
  session.recorded(result.row, result.status, ...(result.status === 'kept' ? [result.reason] : []));
  return result;
}
