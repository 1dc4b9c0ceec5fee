import type { Environment } from '../../model/index.ts';
import { realPath } from '../../state/index.ts';
import { freshState, type ShellState } from './shell-state.ts';

/** The state in which a run's first piece starts: the folder is named as in the operator's own shell, links unresolved. */
export function firstState(cwd: string, env: Environment): ShellState {
  const named = env['PWD'];
  return freshState(named !== undefined && named !== cwd && realPath(named) === realPath(cwd) ? named : cwd);
}
