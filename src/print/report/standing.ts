import { isSettled, pieceState, type RunState } from '../../events/index.ts';
import type { Standing, StoryStep } from './types.ts';

/** The result of a piece of a run. */
export function standingOfStep(told: Pick<StoryStep, 'step' | 'piece' | 'moments'>, state: RunState): Standing {
  const known = pieceState(state, told);
  if (state.steps[told.step]?.skipped != null || known?.skipped != null) return 'skipped';
  if (known === undefined) return 'not finished';
  if (known.accepted !== null) return 'accepted';
  if (told.moments.findLast((moment) => moment.type === 'attempt')?.attempt.started.kind === 'manual') return known.finished?.reason === 'taken as read' ? 'taken as read' : 'done by hand';
  if (known.status === 'running') return 'not finished';
  if (isSettled(known)) return 'passed';
  if (known.status === 'stopped') return 'stopped';
  return known.status === 'timed-out' ? 'timed out' : 'failed';
}
