import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, RunbookError, effectWords, type Io } from '../model/index.ts';
import { runsFolder, stateFolder } from '../state/index.ts';
import { connect, findTeamRun, remoteRun } from '../temporal/index.ts';
import { type RunPiece, unapproved } from '../walk/index.ts';
import { canAsk } from './asking/can-ask.ts';
import { questionsOf } from './asking/questions.ts';
import { operatorOf } from './running/options.ts';
import { loginHere } from './running/login.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook approve <run>`: approves the piece that a run of the team is waiting for. */
export const run: CommandRun = async (args, io) => {
  const [name = ''] = args.positionals;
  const who = { operator: await operatorOf(args, io), login: loginHere() };
  const client = await connect(io.env).catch((error: unknown) => {
    if (!existsSync(join(runsFolder(stateFolder(io.env)), name))) throw error;
    throw new RunbookError({ what: `${name} is no run of the team`, why: 'it runs on this machine, and the engine cannot be reached', advice: 'the second person approves it in its walk, with A', cause: error });
  });
  try {
    const { run: id, workflow, operator } = await findTeamRun(client, name);
    const remote = remoteRun(client, workflow);
    const { prompt } = await remote.snapshot(Number.MAX_SAFE_INTEGER, null);
    if (prompt?.kind !== 'run-piece' || unapproved(prompt) === null) throw new RunbookError({ what: `${id} is not waiting for an approval`, why: prompt === null ? 'nothing is asked now' : `what it asks is ${prompt.kind}`, advice: `look at it with runbook runs --engine temporal` });
    io.stdout.write(whatIsAsked(prompt, { id, operator }));
    if (!args.flag('yes') && !(await agreed(prompt, io))) return ExitCode.stopped;
    const result = await remote.reply({ reply: { kind: 'approve', to: prompt.id, who: who.operator }, who }, `approve-${prompt.id}-${who.login}`);
    if (result.status === 'refused') throw new RunbookError({ what: `${id} was not approved`, why: result.why, advice: result.advice });
    io.stdout.write(`approved by ${who.operator} (${who.login}): attempt ${prompt.attempt} at "${prompt.title}"\n`);
    return ExitCode.done;
  } finally {
    await client.connection.close();
  }
};

function whatIsAsked({ title, position, of, code, effect, effectWord, target, attempt, approval }: RunPiece, { id, operator }: { readonly id: string; readonly operator: string }): string {
  const lines = [`run ${id}, begun by ${operator}`, `step ${position} of ${of}: ${title}${target === null ? '' : `, on ${target}`}, attempt ${attempt}`, ...code.trimEnd().split('\n').map((line) => `    ${line}`), `  ${effectWords({ effect, word: effectWord ?? '' })}`, `  ${approval?.why ?? ''}`];
  return `${lines.join('\n')}\n`;
}

async function agreed({ attempt }: RunPiece, io: Io): Promise<boolean> {
  if (!canAsk(io)) throw new RunbookError({ what: 'cannot ask without a terminal', why: `whether attempt ${attempt} may run`, advice: 'approve what is shown with --yes' });
  return (await questionsOf(io, 'nothing was approved').choose('y approve, n leave it > ', ['y', 'n'])) === 'y';
}
