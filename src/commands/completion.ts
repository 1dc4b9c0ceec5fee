import { ExitCode } from '../model/index.ts';
import { COMPLETION_SCRIPTS } from './completing/completion-scripts.ts';
import { wrongChoice } from './given/wrong-choice.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook completion <shell>`: a script that asks the program itself what may come next. */
export const run: CommandRun = async (args, io) => {
  const [shell = ''] = args.positionals;
  const script = new Map(Object.entries(COMPLETION_SCRIPTS)).get(shell);
  if (script === undefined) throw wrongChoice('completion', shell, Object.keys(COMPLETION_SCRIPTS), 'runbook completion --help shows how to load it');
  io.stdout.write(script);
  return ExitCode.done;
};
