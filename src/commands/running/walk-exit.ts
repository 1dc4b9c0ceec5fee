import { ExitCode } from '../../model/index.ts';
import type { Finished } from '../../walk/index.ts';

/** The exit code of a walk, from its result or from how the operator left it. */
export function walkExit({ status, row }: Finished, left: ExitCode | null): ExitCode {
  if (left === ExitCode.interrupted || left === ExitCode.hangup) return left;
  switch (status) {
    case 'left':
    case 'aborted':
      return ExitCode.stopped;
    case 'failed':
      return ExitCode.failed;
    case 'passed':
      return row.complete ? ExitCode.done : ExitCode.historyKept;
  }
}
