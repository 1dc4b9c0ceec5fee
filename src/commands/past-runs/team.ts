import { ExitCode, RunbookError, type Io } from '../../model/index.ts';
import { parseRunbook } from '../../parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../plan/index.ts';
import { columnLines, jsonText } from '../../print/index.ts';
import { connect, EngineWalk, findTeamRun, remoteRun, teamRuns, type TeamRun } from '../../temporal/index.ts';
import { loginHere } from '../running/login.ts';
import { eventPrinter } from '../running/unattended.ts';
import { walkExit } from '../running/walk-exit.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { reportTeamRun } from './report-team-run.ts';
import { tellTeamRun } from './tell-team-run.ts';

/** `runbook runs --engine temporal`: lists the team's runs; `runs watch <id> --engine temporal` follows one, `runs show <id>` shows what happened, with whole outputs, and `runs report <id>` writes it down. */
export async function teamsRuns(args: ParsedArgs, io: Io): Promise<ExitCode> {
  const [action, id] = args.positionals;
  if (action !== undefined && action !== 'watch' && action !== 'show' && action !== 'report') throw new RunbookError({ what: `runs ${action}`, why: "the engine lists the team's runs, and lets one be shown, watched or reported", advice: 'runbook runs --engine temporal, or runs watch <id> --engine temporal' });
  if (action !== undefined && id === undefined) throw new RunbookError({ what: `runs ${action} needs <id>`, advice: 'runbook runs --engine temporal lists the ids' });
  const client = await connect(io.env);
  try {
    if (id !== undefined && action === 'watch') return await watch(client, await findTeamRun(client, id), io);
    if (id !== undefined) {
      const { run, workflow, execution } = await findTeamRun(client, id, 'any');
      const remote = remoteRun(client, workflow, execution);
      await (action === 'report' ? reportTeamRun(remote, run, args, io) : tellTeamRun(remote, run, eventPrinter({ format: 'text' }, io)));
      return ExitCode.done;
    }
    const runs = await teamRuns(client);
    const list = runs.length === 0 ? 'no runs on the engine\n' : listOf(runs);
    io.stdout.write(args.flag('json') ? `${jsonText(runs, 2)}\n` : list);
    return ExitCode.done;
  } finally {
    await client.connection.close();
  }
}

function listOf(runs: readonly TeamRun[]): string {
  const rows = runs.map(({ run, path, target, operator, queue, status, startedAt }) => [run, startedAt.slice(0, 16).replace('T', ' '), status.toLowerCase(), path, target ?? '', operator, queue]);
  return `${columnLines([['run', 'began', 'status', 'runbook', 'target', 'by', 'queue'], ...rows]).join('\n')}\n`;
}

/** Prints what happens until the run ends; gives no answers and writes no row. */
async function watch(client: Awaited<ReturnType<typeof connect>>, { workflow, operator }: TeamRun, io: Io): Promise<ExitCode> {
  const remote = remoteRun(client, workflow);
  const { text, path } = await remote.source();
  const { plan } = planRun(parseRunbook(text, { path }), EMPTY_REQUEST);
  const walk = new EngineWalk({
    join: async () => ({ remote, plan, row: null }),
    plan,
    who: { operator, login: loginHere() },
    joins: '',
    listener: eventPrinter({ format: 'text' }, io),
  });
  walk.subscribe((change) => {
    if (change.kind === 'told') io.stderr.write(`runbook: ${change.text}\n`);
  });
  return walkExit(await walk.begin(), null);
}
