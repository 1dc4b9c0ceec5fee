import type { HistoryRecorded, RunEvent, RunFinished } from '../../events/index.ts';
import { Journal, runLock, takeLock } from '../../state/index.ts';

/** What is to be added to the journal of a run that no process writes any more. */
export interface Ending {
  readonly id: string;
  readonly folder: string;
  /** How it ended, where a kill came before its journal could say so. */
  readonly end: Pick<RunFinished, 'status' | 'reason' | 'durationMs'> | null;
  readonly row: Pick<HistoryRecorded, 'row' | 'status'>;
}

/** Says in a run's journal what became of its row, and how it ended where that is missing. Not where another process has it open. */
export async function closeBooks({ id, folder, end, row }: Ending): Promise<void> {
  const taken = await takeLock(runLock(folder), { wait: 0, purpose: 'its history row' });
  if (taken.status === 'busy') return;
  try {
    const journal = new Journal(folder);
    const stamp = { time: new Date().toISOString(), run: id };
    const events: readonly RunEvent[] = [...(end === null ? [] : [{ type: 'run-finished', ...stamp, ...end, row: 'due' } as const]), { type: 'history-recorded', ...stamp, ...row }];
    for (const event of events) journal.append(event);
    journal.sync();
    journal.close();
  } finally {
    await taken.lock.release();
  }
}
