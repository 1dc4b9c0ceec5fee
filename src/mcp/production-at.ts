import { isProduction } from '../context/index.ts';
import type { Production, Prompt, RunPiece, Walk, WalkOptions } from '../walk/index.ts';

/** Whether the piece in question acts on production: as the walk last said for it, else by the target and the hosts of its step, or of all steps. */
export function productionAt(walk: Walk, { production }: Pick<WalkOptions, 'production'>, prompt: Prompt, last: RunPiece | null): Production {
  if (prompt.kind === 'run-piece') return prompt.production;
  if (last !== null && 'step' in prompt && 'piece' in prompt && last.step === prompt.step && last.piece === prompt.piece) return last.production;
  const { target, steps } = walk.plan;
  const about = steps.filter(({ step }) => prompt.kind !== 'settle-doubt' || step.id === prompt.step);
  const hosts = about.flatMap(({ pieces }) => pieces.flatMap(({ piece }) => piece.hosts.map(({ host }) => host)));
  return isProduction({ target: target?.name ?? null, hosts, context: last?.context ?? [] }, production);
}
