import { readDate, readHistory } from '../history/index.ts';
import { ExitCode, type Runbook } from '../model/index.ts';
import { jsonText, type ListedRunbook, listText } from '../print/index.ts';
import { isRunbook } from '../catalog/index.ts';
import { hasPlanLock } from '../state/index.ts';
import { readWithProgress } from './telling/read-with-progress.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook list`: the runbooks below a folder. */
export const run: CommandRun = async (args, io) => {
  const now = new Date();
  // What reads the lock is loaded where there is one.
  const read = [...readWithProgress([args.positionals[0] ?? '.'], io)].filter(isRunbook).map((r) => listedRunbook(r, now));
  const lockOf = hasPlanLock(io.cwd) ? await (await import('./locking/lock-column.ts')).lockColumn(read.map(({ path }) => path), io) : () => null;
  const listed = read.map((runbook): ListedRunbook => ({ ...runbook, lock: lockOf(runbook.path) }));
  if (args.flag('json')) io.stdout.write(`${jsonText(listed, 2)}\n`);
  else io.stdout.write(listed.length === 0 ? 'no runbooks here\n' : listText(listed, io.stdout.isTTY ? io.stdout.columns : undefined));
  return ExitCode.done;
};

function listedRunbook(runbook: Runbook, now: Date): Omit<ListedRunbook, 'lock'> {
  const reviewed = runbook.metadata.lastReviewed?.value ?? null;
  const date = reviewed === null ? null : (readDate(reviewed)?.date ?? null);
  const last = readHistory(runbook).executions.at(-1);
  return {
    path: runbook.path,
    title: runbook.title?.value ?? null,
    owner: runbook.metadata.owner?.value ?? null,
    lastReviewed: reviewed,
    reviewAgeDays: date === null ? null : Math.max(0, Math.floor((now.getTime() - date.getTime()) / 86_400_000)),
    steps: runbook.steps.length,
    lastExecution: last === undefined ? null : { date: last.date, target: last.target, operator: last.operator, outcome: last.outcome, line: last.line },
  };
}
