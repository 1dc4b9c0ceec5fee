import { readFile } from 'node:fs/promises';
import type { RunSession } from '../../execute/index.ts';
import { prepareRow, recordRow, runFacts } from '../../history/index.ts';
import type { PreparedRow, RecordResult } from '../../history/index.ts';
import { suggestByShape } from '../../plan/index.ts';
import type { RunningOptions } from './options.ts';

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
