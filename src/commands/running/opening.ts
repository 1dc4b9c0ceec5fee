import type { Io } from '../../model/index.ts';
import { stateFolder } from '../../state/index.ts';
import type { Opening } from './machine.ts';
import type { RunningOptions } from './options.ts';

declare const RUNBOOK_VERSION: string;

/** What a run on this machine begins with. */
export function openingHere(what: Pick<Opening, 'plan' | 'path' | 'settings' | 'standing' | 'notes' | 'resume'>, { operator, timeoutMs, force }: Pick<RunningOptions, 'operator' | 'timeoutMs' | 'force'>, io: Io): Opening {
  return { ...what, operator, timeoutMs, force, version: RUNBOOK_VERSION, state: stateFolder(io.env), cwd: io.cwd, env: io.env };
}
