import { searchRunbooks } from '../catalog/index.ts';
import { counted, ExitCode } from '../model/index.ts';
import { foundText, jsonText } from '../print/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';
import { findJob } from './looking/find-job.ts';
import { readWithProgress } from './telling/read-with-progress.ts';

/** `runbook find <words>`: the runbooks below this folder that match. */
export const run: CommandRun = async (args, io) => {
  const runbooks = (await readWithProgress(findJob, { cwd: io.cwd }, ['.'], io)).filter((found) => found !== null);
  const found = await searchRunbooks(runbooks, args.positionals.join(' '));
  if (args.flag('json')) io.stdout.write(`${jsonText(found, 2)}\n`);
  else if (found.length > 0) io.stdout.write(foundText(found, io.stdout.columns, false));
  else io.stderr.write(`runbook: nothing found: ${runbooks.length === 0 ? 'there is no runbook below this folder' : `"${args.positionals.join(' ')}" is in no title, purpose, heading, system, tag or path of ${counted(runbooks.length, 'runbook')}`}\n  runbook list shows what is there\n`);
  return found.length > 0 ? ExitCode.done : ExitCode.failed;
};
