import { RunbookError } from '../../model/index.ts';
import { commitObstacle } from '../../programs/index.ts';

/** Throws if the row could not be committed as asked: after the run it would be too late to say so. */
export async function refuseCommit({ commit, push }: { readonly commit: boolean; readonly push: boolean }, { path, shown }: { readonly path: string; readonly shown: string }): Promise<void> {
  const why = commit ? await commitObstacle(path) : null;
  if (why !== null) throw new RunbookError({ what: `the history row of ${shown} could not be committed`, why, advice: `see to that first, or leave ${push ? '--push' : '--commit'} out: the row is written all the same` });
}
