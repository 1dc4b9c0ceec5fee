import { isProduction, namedPlaces, type Production } from '../../context/index.ts';
import { isSamePiece } from '../../model/index.ts';
import { type Prompt, type RunPiece, shellOf, type Walk, type WalkOptions } from '../../walk/index.ts';

/** Whether the piece in question acts on production: as the walk last said for it, else by the target and the places that its step names, or of all steps. */
export function productionAt(walk: Walk, { production }: Pick<WalkOptions, 'production'>, prompt: Prompt, last: RunPiece | null): Production {
  if (prompt.kind === 'run-piece') return prompt.production;
  if (last !== null && 'step' in prompt && 'piece' in prompt && isSamePiece(last, prompt)) return last.production;
  const { target, steps } = walk.plan;
  const about = steps.filter(({ step }) => prompt.kind !== 'settle-doubt' || step.id === prompt.step);
  const places = about.flatMap(({ step, pieces }) => pieces.flatMap(({ piece, on, code }) => namedPlaces(on, piece.hosts, shellOf(step, code.text).commands)));
  return isProduction({ target: target?.name ?? null, places, context: last?.context ?? [] }, production);
}
