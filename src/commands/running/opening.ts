import type { RunState } from '../../events/index.ts';
import type { Io } from '../../model/index.ts';
import { stateFolder } from '../../state/index.ts';
import type { Opening } from './machine.ts';
import type { RunningOptions } from './options.ts';

declare const RUNBOOK_VERSION: string;

/** What a run on this machine begins with. */
export function openingHere(what: Pick<Opening, 'plan' | 'path' | 'settings' | 'standing' | 'notes' | 'resume'>, options: Pick<RunningOptions, 'operator' | 'timeoutMs' | 'force'> & RowOptions, io: Io): Opening {
  const { operator, timeoutMs, force } = options;
  const row = rowWishes(options);
  return { ...what, ...(row === null ? {} : { row }), operator, timeoutMs, force, version: RUNBOOK_VERSION, state: stateFolder(io.env), cwd: io.cwd, env: io.env };
}

type RowOptions = Pick<RunningOptions, 'history' | 'addHistory' | 'commit' | 'push' | 'record'>;

/** What was asked for about the row; `null` where nothing was. */
function rowWishes({ history, addHistory, commit, push, record }: RowOptions): RowOptions | null {
  return history && !addHistory && !commit && !push && Object.keys(record).length === 0 ? null : { history, addHistory, commit, push, record };
}

/** The options of a resumed run, with what its first call asked for about the row. Whoever takes a run over from another machine commits and pushes only what they ask for themselves. */
export function withRowOf({ started }: RunState, given: RunningOptions, isTakenOver: boolean): RunningOptions {
  const { row } = started ?? {};
  if (row === undefined) return given;
  const rowToo = { ...given, history: given.history && row.history, addHistory: given.addHistory || row.addHistory, record: { ...row.record, ...given.record } };
  return isTakenOver ? rowToo : { ...rowToo, commit: given.commit || row.commit, push: given.push || row.push };
}
