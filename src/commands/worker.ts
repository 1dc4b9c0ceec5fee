import { ExitCode, RunbookError } from '../model/index.ts';
import { stateFolder } from '../state/index.ts';
import { startWorker } from '../temporal/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook worker --queue <name>`: runs pieces of the team's runs on this machine, for Temporal. */
export const run: CommandRun = async (args, io) => {
  const queue = args.text('queue');
  if (queue === undefined || queue.trim() === '') throw new RunbookError({ what: 'worker needs --queue <name>', why: 'a worker takes the runs of one queue', advice: 'for example runbook worker --queue staging' });
  await startWorker({ queue, state: stateFolder(io.env), cwd: io.cwd, env: io.env, say: (line) => void io.stdout.write(`runbook worker: ${line}\n`) });
  return ExitCode.done;
};
