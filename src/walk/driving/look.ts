import { pieceState } from '../../events/index.ts';
import { stepOf } from '../../plan/index.ts';
import type { Look, Walk } from '../prompts/index.ts';

/** What a step has and did. */
export function lookAt(walk: Walk, id: string, index = 0): Look {
  const { plan, state } = walk;
  const planned = stepOf(plan, id);
  const piece = planned?.pieces[index];
  const known = pieceState(state, { step: id, piece: index });
  return {
    step: id,
    piece: index,
    title: piece?.title ?? planned?.step.title ?? id,
    included: planned?.included ?? false,
    reason: planned?.reason ?? '',
    code: walk.mask(known?.code ?? piece?.code.text ?? ''),
    status: state.steps[id]?.skipped != null ? 'skipped' : (known?.status ?? 'open'),
    attempt: known?.attempt ?? 0,
    output: walk.outputTail(id, index),
  };
}
