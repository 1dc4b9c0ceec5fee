import { closest, ExitCode, RunbookError } from '../model/index.ts';
import type { Io } from '../model/index.ts';
import { COMPLETION_SCRIPTS } from './completing/completion-scripts.ts';
import type { ParsedArgs } from './command-line/parsed-args.ts';

/** `runbook completion <shell>`: a script that asks the program itself what may come next. */
export async function run(args: ParsedArgs, io: Io): Promise<ExitCode> {
  const [shell = ''] = args.positionals;
  const script = new Map(Object.entries(COMPLETION_SCRIPTS)).get(shell);
  if (script === undefined) {
    const shells = Object.keys(COMPLETION_SCRIPTS);
    const [near] = closest(shell, shells);
    throw new RunbookError({ what: `no completion for ${shell}`, why: near === undefined ? `there is one for ${shells.join(', ')}` : `did you mean ${near}?`, advice: 'runbook completion --help shows how to load it' });
  }
  io.stdout.write(script);
  return ExitCode.done;
}
