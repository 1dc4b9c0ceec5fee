import type { Runbook } from '../../model/index.ts';
import { settleByPin } from '../../plan/index.ts';

/** Whether a block would run now that did not run before. Repairs neither add nor remove blocks, so blocks are matched by index. */
export function arms(before: Runbook, after: Runbook): boolean {
  const [was, is] = [runningPieces(before), runningPieces(after)];
  return was.length !== is.length || is.some((count, index) => count > (was[index] ?? 0));
}

/** For each block, how many of its pieces would run without a question. */
function runningPieces({ structure, steps }: Runbook): readonly number[] {
  return structure.fences.map((fence) => {
    const step = fence.step === null ? undefined : steps[fence.step];
    return step?.kind === 'command' ? step.pieces.filter(({ kind, doubts }) => kind === 'command' && doubts.every((doubt) => settleByPin(doubt, step.pins).answer !== null)).length : 0;
  });
}
