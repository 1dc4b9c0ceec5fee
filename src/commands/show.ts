import { ExitCode } from '../model/index.ts';
import { planJson, planText } from '../print/index.ts';
import { planOrThrow, planRequest } from './choose.ts';
import { wantsColour } from './colour.ts';
import { loadRunbook } from '../catalog/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook show <file>`: what would run, and why. */
export const run: CommandRun = async (args, io) => {
  const [path = ''] = args.positionals;
  const runbook = loadRunbook(path, io.cwd);
  const plan = planOrThrow(runbook, planRequest(args, io));
  io.stdout.write(args.flag('json') ? planJson(plan) : planText(plan, { colour: wantsColour(io.stdout, io.env), width: io.stdout.columns ?? 80 }));
  return ExitCode.done;
};
