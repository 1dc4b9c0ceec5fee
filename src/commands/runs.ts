import { ExitCode, RunbookError } from '../model/index.ts';
import { jsonText, painter, runsJson, runsText, runText } from '../print/index.ts';
import { forgetShellStates, readJournal, stateFolder } from '../state/index.ts';
import { RUN_ACTIONS } from './command-line/run-actions.ts';
import { stepTitles } from './past-runs/step-titles.ts';
import { findRun, readRuns } from './resuming/find-run.ts';
import { listed } from './resuming/list-run.ts';
import { wantsColour } from './telling/colour.ts';
import { widthOf } from './telling/width.ts';
import type { CommandRun } from './command-line/parsed-args.ts';
import { wrongChoice } from './given/wrong-choice.ts';

/** `runbook runs`, `runs show|watch|report|pack <id>`. */
export const run: CommandRun = async (args, io) => {
  const [action, id] = args.positionals;
  if (args.text('engine') !== undefined) return (await import('./past-runs/team.ts')).teamsRuns(args, io);
  const folder = stateFolder(io.env);
  const paint = painter(wantsColour(io.stdout, io.env));
  forgetShellStates(folder, new Date());
  if (args.text('output') !== undefined && action !== 'report' && action !== 'pack') throw new RunbookError({ what: '--output is for runs report and runs pack', advice: 'send the output to a file with >' });
  if (action === undefined) {
    const { runs: stored, unreadable } = readRuns(folder);
    const runs = await Promise.all(stored.map(listed));
    io.stdout.write(args.flag('json') ? `${jsonText([...runsJson(runs), ...unreadable.map((run) => ({ ...run, status: 'unreadable' }))], 2)}\n` : runsText(runs, unreadable, { paint, width: widthOf(io) }));
    return ExitCode.done;
  }
  if (!Object.hasOwn(RUN_ACTIONS, action)) throw wrongChoice('runs', action, Object.keys(RUN_ACTIONS), 'runbook runs --help lists what it takes');
  if (id === undefined) throw new RunbookError({ what: `runs ${action} needs <id>`, advice: 'runbook runs lists the ids' });
  if (action === 'pack') return (await import('./past-runs/pack.ts')).pack(args, id, io);
  const found = findRun(folder, id);
  if (action === 'report') return (await import('./past-runs/report.ts')).report(args, found, io);
  if (action === 'watch') return (await import('./past-runs/watch.ts')).watch(found, io);
  if (args.flag('json')) io.stdout.write(`${jsonText({ ...runsJson([await listed(found)])[0], events: readJournal(found.folder, { withOutput: true }) }, 2)}\n`);
  else {
    const events = readJournal(found.folder);
    io.stdout.write(runText(await listed(found), events, { paint, width: widthOf(io) }, await stepTitles(found.folder, found.id, events)));
  }
  return ExitCode.done;
};
