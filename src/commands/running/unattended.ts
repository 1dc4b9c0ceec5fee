import type { RunSession } from '../../execute/index.ts';
import { runUnattended } from '../../execute/index.ts';
import type { RunEvent } from '../../events/index.ts';
import { ExitCode, isCi } from '../../model/index.ts';
import type { Io } from '../../model/index.ts';
import { EventNdjson, EventText, painter } from '../../print/index.ts';
import { wantsColour } from '../colour.ts';
import { errorText } from '../print-error.ts';
import type { RunningOptions } from './options.ts';
import { stopOnSignals } from './signals.ts';
import { prepareRunRow, writeRunRow } from './write-row.ts';

/** Runs an opened session to its end without a question, writes the row, and says how it went. */
export async function finishUnattended(session: RunSession, path: string, options: RunningOptions, io: Io): Promise<ExitCode> {
  const stop = stopOnSignals(() => session.terminalGiven);
  try {
    const outcome = await runUnattended(session, { followForMs: options.followForMs, stop });
    if (session.broken !== null) io.stderr.write(errorText({ what: 'the journal cannot be written', why: session.broken, advice: 'the run was stopped before the next step; free space and run again' }));
    await session.finish(outcome.status, outcome.reason);
    const row = options.history && somethingRan(session) ? await writeRow(session, path, options, io) : ExitCode.done;
    if (stop.asked() !== null) return stop.code();
    return outcome.status === 'passed' ? row : ExitCode.failed;
  } finally {
    stop.dispose();
    await session.close({ resumable: session.state.status === 'aborted' });
  }
}

/** Whether any command ran: a run that was refused or aborted before that leaves no row. */
function somethingRan(session: RunSession): boolean {
  return Object.values(session.state.steps).some(({ kind, pieces }) => Object.values(pieces).some(({ attempt }) => attempt > 0) && (kind === 'command' || session.state.status === 'passed'));
}

async function writeRow(session: RunSession, path: string, options: RunningOptions, io: Io): Promise<ExitCode> {
  const prepared = await prepareRunRow(session, path, options);
  if (prepared === null) return ExitCode.done;
  const { row } = prepared;
  for (const name of row.unknown) io.stderr.write(errorText({ what: `no column is called "${name}"`, why: `the columns are ${prepared.columns.join(', ')}`, advice: 'the run goes on record without it' }));
  if (row.open.length > 0) io.stderr.write(`runbook: left open in the history row: ${row.open.join(', ')}\n  give --record "${row.open[0] ?? ''}=<value>"\n`);
  const result = await writeRunRow(session, path, prepared, row.cells.map(({ value }) => value), options);
  if (result.status === 'kept') {
    io.stderr.write(errorText({ what: 'the history row is kept, not written', why: result.reason, advice: result.advice }));
    io.stderr.write(`${result.row}\n`);
    return ExitCode.historyKept;
  }
  if (result.commit?.status === 'failed') {
    io.stderr.write(errorText({ what: 'the history row is written but not committed', why: result.commit.reason, advice: 'commit it by hand' }));
    return ExitCode.historyKept;
  }
  return ExitCode.done;
}

/** Prints the events of a run as they come; waits where the reader of stdout does not keep up. */
export function eventPrinter(options: Pick<RunningOptions, 'format'>, io: Io): (event: RunEvent) => void | Promise<void> {
  const text = new EventText((chunk) => io.stdout.write(chunk), painter(wantsColour(io.stdout, io.env)), isCi(io.env));
  const ndjson = new EventNdjson((bytes, done) => io.raw.stdout.write(bytes, done));
  const print = (event: RunEvent): boolean => (options.format === 'ndjson' ? ndjson : text).print(event);
  return (event) => {
    if (options.format === 'text' && event.type === 'step-skipped' && event.by === 'unbound-host') io.stderr.write(`runbook: a check did not run: ${event.reason}\n`);
    return print(event) ? undefined : drained(io);
  };
}

/** Waits until the reader of stdout has caught up, or is gone. */
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
