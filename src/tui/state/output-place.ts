import { pieceState, type RunState } from '../../events/index.ts';
import { isSamePiece } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type At, places } from '../../walk/index.ts';
import type { UiState } from './ui-state.ts';

/** The place whose output `o` shows: the one that is looked at or asked about; where that has not run, the last before it that has, whose output stands above. `null` where none has. */
export function outputPlace({ ui: { look }, plan, state, focus }: { readonly ui: Pick<UiState, 'look'>; readonly plan: Plan; readonly state: Pick<RunState, 'steps'>; readonly focus: At | null }): At | null {
  const ran = (at: At): boolean => (pieceState(state, at)?.attempt ?? 0) > 0;
  const isCommand = ({ step }: At): boolean => plan.steps.some((planned) => planned.step.id === step && planned.step.kind === 'command');
  if (look !== null) return ran(look) ? look : null;
  const all = places(plan);
  const here = focus === null ? all.length - 1 : all.findIndex((at) => isSamePiece(at, focus));
  return all.slice(0, here + 1).findLast((at) => ran(at) && isCommand(at)) ?? null;
}
