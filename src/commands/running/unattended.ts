import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Listener, RunEvent } from '../../events/index.ts';
import { ExitCode, type Io, isCi } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { EventGithub, EventNdjson, EventText, notRunWords, painter } from '../../print/index.ts';
import { runsFolder } from '../../state/index.ts';
import { answerBy, createWalk, type Finished, type RecordRow, unattendedReply } from '../../walk/index.ts';
import { wantsColour } from '../telling/colour.ts';
import { errorText } from '../telling/error-text.ts';
import { type Opening, thisMachine, walkOptions } from './machine.ts';
import { refuseUnapproved, refuseUnknownInProduction } from './production.ts';
import { runMessages } from './messages.ts';
import type { RunningOptions } from './options.ts';
import { stopOnSignals } from './signals.ts';

/** Runs a plan to its end without questions, writes the row, and says how it went. */
export async function runUnattended(open: Opening, options: RunningOptions, io: Io): Promise<ExitCode> {
  const listener = eventPrinter(options, io, open.plan);
  const machine = thisMachine(open, options, { mode: 'unattended', terminal: null, listener, messages: await runMessages(open.env) });
  const how = walkOptions(open, machine, { followForMs: options.followForMs });
  if (!options.allowDestructive) refuseUnknownInProduction(how, open);
  if (open.engine === undefined) refuseUnapproved(how, open);
  // What tells of the run at its end is loaded now: an update of the program may have replaced it by then.
  const job = options.format === 'github' && open.engine === undefined ? (await Promise.all([import('./github-job.ts'), import('../../print/report/index.ts')]))[0] : null;
  const walk = open.engine?.walk(listener) ?? createWalk(how);
  const stop = stopOnSignals(() => walk.terminalGiven);
  void stop.wait.then((reason) => walk.end(reason));
  walk.subscribe((change) => {
    if (change.kind === 'told') io.stderr.write(`runbook: ${change.text}\n`);
    if (change.kind === 'prompt' && change.prompt.kind === 'record-row') sayOfRow(change.prompt, io);
  });
  // With an engine the workflow applies the policy; only the row is handled here.
  answerBy(walk, (prompt) => (open.engine === undefined || prompt.kind === 'record-row' ? unattendedReply(prompt, options) : null));
  try {
    const { status, row } = await walk.begin();
    await job?.tellJob(open, walk.run, io);
    if (walk.broken !== null) io.stderr.write(errorText({ what: 'the journal cannot be written', why: walk.broken, advice: brokenAdvice(status, walk.run, open.state) }));
    if (!row.complete || row.warns === true) io.stderr.write(row.said.endsWith('\n') ? row.said : `${row.said}\n`);
    if (row.status === 'kept' || row.status === 'lost') io.stderr.write(`${row.text}\n`);
    if (stop.asked() !== null) return stop.code();
    if (status !== 'passed') return ExitCode.failed;
    return row.complete ? ExitCode.done : ExitCode.historyKept;
  } finally {
    stop.dispose();
  }
}

function brokenAdvice(status: Finished['status'], run: string | null, state: string): string {
  if (run !== null && !existsSync(join(runsFolder(state), run))) return 'what it did is recorded nowhere else than above, and it cannot be resumed: begin anew, with --from where it stopped';
  const resume = run === null ? '`runbook resume`' : `\`runbook resume ${run}\``;
  return status === 'aborted' ? `the run was stopped before the next step; free space, then ${resume} goes on` : `free space, then ${resume} writes what is missing in it`;
}

function sayOfRow({ cells, columns, unknown, unsaid }: RecordRow, io: Io): void {
  if (unsaid) io.stderr.write(errorText({ what: 'the history row does not say how the run went', why: `no column is for the outcome or for notes: ${columns.join(', ')}`, advice: 'add a column Outcome or Notes to the table' }));
  for (const name of unknown) io.stderr.write(errorText({ what: `no column is called "${name}"`, why: `the columns are ${columns.join(', ')}`, advice: 'the run is recorded without it' }));
  const left = cells.filter(({ open }) => open).map(({ column }) => column);
  if (left.length > 0) io.stderr.write(`runbook: history row, not filled in: ${left.join(', ')}\n  give --record "${left[0] ?? ''}=<value>"\n`);
}

/** Prints the events of a run as they come; waits if the reader of stdout does not keep up. */
export function eventPrinter(options: Pick<RunningOptions, 'format'>, io: Io, plan?: Plan): Listener<RunEvent> {
  const printer = printerOf(options.format, io, plan);
  return (event) => {
    if (options.format === 'text' && event.type === 'step-skipped' && event.by === 'unbound-host') io.stderr.write(`runbook: ${notRunWords(event)}\n`);
    return printer.print(event) ? undefined : drained(io);
  };
}

function printerOf(format: RunningOptions['format'], io: Io, plan: Plan | undefined): { print(event: RunEvent): boolean } {
  if (format === 'ndjson') return new EventNdjson((bytes, done) => io.raw.stdout.write(bytes, done));
  const write = (chunk: string | Uint8Array): boolean => io.stdout.write(chunk);
  if (format === 'github' && plan !== undefined) return new EventGithub(write, { path: plan.runbook.path, lines: new Map(plan.steps.map(({ step }) => [step.id, step.span.start.line])) });
  return new EventText(write, painter(wantsColour(io.stdout, io.env)), isCi(io.env));
}

/** Waits until the reader of stdout has caught up or is gone. */
function drained({ stdout }: Io): Promise<void> {
  if (stdout.destroyed || stdout.errored !== null) return Promise.resolve();
  return new Promise((done) => {
    const finish = (): void => {
      for (const name of ['drain', 'close', 'error']) stdout.removeListener(name, finish);
      done();
    };
    for (const name of ['drain', 'close', 'error']) stdout.once(name, finish);
  });
}
