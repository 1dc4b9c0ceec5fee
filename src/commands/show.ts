import { ExitCode } from '../model/index.ts';
import { planJson, planText } from '../print/index.ts';
import { planOrThrow, planRequest } from './given/plan-request.ts';
import { wantsColour } from './telling/colour.ts';
import { loadRunbook } from '../catalog/opening/index.ts';
import { applyLock, NO_WISHES } from './locking/apply-lock.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook show <file>`: what would run, and why. */
export const run: CommandRun = async (args, io) => {
  const [path = ''] = args.positionals;
  const { runbook, standing, settled } = await applyLock(await loadRunbook(path, io), path, NO_WISHES, io);
  const plan = planOrThrow(runbook, { ...planRequest(args, io), ...settled });
  io.stdout.write(args.flag('json') ? planJson(plan, standing) : planText(plan, { colour: wantsColour(io.stdout, io.env), width: io.stdout.columns ?? 80, standing }));
  return ExitCode.done;
};
