import type { HistoryRecorded, RunFinished, Unstamped } from '../../events/index.ts';
import { Journal, runLock, takeLock } from '../../state/index.ts';

/** What to add to the journal of a run that no process is writing any more. */
interface Ending {
  readonly id: string;
  readonly folder: string;
  /** How it ended, if it was killed before its journal could say so. */
  readonly end: Pick<RunFinished, 'status' | 'reason' | 'durationMs'> | null;
  readonly row: Pick<HistoryRecorded, 'row' | 'status'>;
}

/** Records in a run's journal what became of its row, and how the run ended if that is missing. Does nothing if another process has it open. */
export async function closeBooks({ id, folder, end, row }: Ending): Promise<void> {
  await addEvents(id, folder, 'its history row', [...(end === null ? [] : [{ type: 'run-finished', ...end, row: 'due' } as const]), { type: 'history-recorded', ...row }]);
}

/** Records in a run's journal that it was handed over. */
export async function closeRun({ id, folder, note }: Pick<Ending, 'id' | 'folder'> & { readonly note: string }): Promise<void> {
  await addEvents(id, folder, 'its hand-over', [{ type: 'note', level: 'info', text: note }]);
}

async function addEvents(id: string, folder: string, purpose: string, events: readonly Unstamped[]): Promise<void> {
  const taken = await takeLock(runLock(folder), { wait: 0, purpose });
  if (taken.status === 'busy') return;
  try {
    const journal = new Journal(folder);
    const time = new Date().toISOString();
    for (const event of events) journal.append({ ...event, time, run: id });
    journal.sync();
    journal.close();
  } finally {
    await taken.lock.release();
  }
}
