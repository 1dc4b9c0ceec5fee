import type { StepSkipped } from '../../events/index.ts';

/** That a piece whose host may not be the target's did not run; of one that does more than read, also what it would have done. */
export function notRunWords({ reason, title, step, effect, effectWord = '' }: StepSkipped): string {
  if (effect === undefined || effect === 'reads') return `a check did not run: ${reason}`;
  const deed = effect === 'unknown' ? 'of unknown effect' : `that ${effect} something`;
  return `a step ${deed} did not run: "${title ?? step}"${effectWord === '' ? '' : ` (${effectWord})`}: ${reason}`;
}
