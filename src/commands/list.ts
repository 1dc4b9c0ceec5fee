import { ExitCode } from '../model/index.ts';
import { jsonText, type ListedRunbook, listText } from '../print/index.ts';
import { hasPlanLock } from '../state/index.ts';
import { listJob } from './looking/list-job.ts';
import { readWithProgress } from './telling/read-with-progress.ts';
import { widthOf } from './telling/width.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook list`: the runbooks below a folder. */
export const run: CommandRun = async (args, io) => {
  const all = await readWithProgress(listJob, { cwd: io.cwd, now: new Date() }, [args.positionals[0] ?? '.'], io);
  const read = all.filter((runbook) => runbook !== null);
  // Code that reads the lock is loaded only if there is one.
  const lockOf = hasPlanLock(io.cwd) ? await (await import('./locking/lock-column.ts')).lockColumn(read.map(({ path }) => path), io) : () => null;
  const listed = read.map((runbook): ListedRunbook => ({ ...runbook, lock: lockOf(runbook.path) }));
  if (args.flag('json')) io.stdout.write(`${jsonText(listed, 2)}\n`);
  else io.stdout.write(listed.length === 0 ? 'no runbooks here\n' : listText(listed, widthOf(io)));
  return ExitCode.done;
};
