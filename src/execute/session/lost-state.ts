import type { RunState } from '../../events/index.ts';
import type { ShellState } from '../shell/index.ts';

/** Whether any command of a run has completed, so that it may have set something that later ones read. */
export function hasSetState({ steps }: RunState): boolean {
  return Object.values(steps).some(({ kind, pieces }) => kind === 'command' && Object.values(pieces).some(({ finished, attempt }) => attempt > 0 && finished !== null));
}

/** What earlier steps had set in the shell and a resumed run has lost, in words; `null` if nothing is lost. */
export function lostState(left: Partial<ShellState> | null, state: RunState): string | null {
  if (!hasSetState(state)) return null;
  if (left === null) return 'what earlier steps set in the shell (variables, functions, folder) is gone: it is kept for a day; a step that needs it has to be run again';
  const hidden = (left.hidden ?? []).map((name) => name.replace(/[()]/g, ''));
  return hidden.length === 0 ? null : `what holds a secret is not stored, so what earlier steps set is gone: ${hidden.join(', ')}; a step that sets it has to be run again`;
}
