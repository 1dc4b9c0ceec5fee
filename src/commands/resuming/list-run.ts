import { existsSync } from 'node:fs';
import { wasLeft } from '../../events/index.ts';
import { groupAlive, hasSetState } from '../../execute/index.ts';
import type { ListedRun } from '../../print/index.ts';
import { lastProcessGroup, livingHolder, runLock, shellStateFile } from '../../state/index.ts';
import type { StoredRun } from './find-run.ts';

/** A run with two facts that its journal does not have: whether a process of it is alive, and whether its shell state still exists. */
export async function listed(run: StoredRun): Promise<ListedRun> {
  const { state, folder } = run;
  const group = lastProcessGroup(folder);
  const alive = state.status === 'running' && ((await livingHolder(runLock(folder))) !== null || (group !== null && groupAlive(group)));
  const resumable = !alive && (state.status === 'running' || state.status === 'aborted');
  return { ...pausedAs(run), state, alive, shellGone: resumable && hasSetState(state) && !existsSync(shellStateFile(folder)) };
}

function pausedAs({ state, handedOver }: StoredRun): Pick<ListedRun, 'paused'> {
  if (handedOver !== null) return { paused: 'handed over' };
  return wasLeft(state) ? { paused: 'left' } : {};
}
