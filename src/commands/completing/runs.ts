import { basename } from 'node:path';
import type { StoredRun } from '../resuming/find-run.ts';
import type { Candidate } from './candidate.ts';

/** The most runs to offer, since reading more journals takes time. */
const MOST = 30;

/** Ids of the runs of this machine, newest first; only those that have no end and were not handed over for `resume`. */
export async function runCandidates(state: string, interrupted: boolean): Promise<readonly Candidate[]> {
  const runs = (await stored(state)).filter((run) => !interrupted || isOpen(run));
  return runs.slice(0, MOST).map(({ id, state: { started, status } }) => {
    const target = started?.target ?? null;
    return { value: id, about: `${basename(started?.runbook ?? '')}${target === null ? '' : ` on ${target}`}, ${status === 'running' ? 'not finished' : status}` };
  });
}

/** The runbook of the run that `resume` would continue. */
export async function runbookOfRun(state: string, id: string | undefined): Promise<string | null> {
  const runs = await stored(state);
  const run = runs.find((each) => (id === undefined ? isOpen(each) : each.id === id));
  return run?.state.started?.runbook ?? null;
}

function isOpen({ state, handedOver }: StoredRun): boolean {
  return state.status === 'running' && handedOver === null;
}

async function stored(state: string): Promise<readonly StoredRun[]> {
  const { storedRuns } = await import('../resuming/find-run.ts');
  return storedRuns(state);
}
