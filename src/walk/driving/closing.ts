import { countOutcome, LEFT, type OutcomeCounts, outcomeSentence, shortcomings, somethingRan } from '../../events/index.ts';
import type { End, Trip } from './trip.ts';
import type { Draft } from '../asking/index.ts';
import { type Finished, NO_ROW } from '../prompts/index.ts';

/** Ends a run: records its end, writes its history row, and says how it went. A run that was left stays open. */
export async function closing(trip: Trip, end: End): Promise<Draft<Finished>> {
  const { session } = trip;
  const counts = countOutcome(session.state);
  if (end.how === 'left') {
    session.note(LEFT, 'info');
    return summary(trip, 'left', end.reason, counts, NO_ROW);
  }
  // A failure that was not accepted makes the run fail, however the walk went on.
  const how = end.how === 'passed' && counts.failed > 0 ? 'failed' : end.how;
  // The EXIT traps of blocks may still fail.
  const { status, reason } = await session.finish(how, end.reason, counts);
  return summary(trip, status === 'running' ? how : status, reason, counts, await row(trip));
}

function summary({ session, conversation }: Trip, status: Finished['status'], reason: string, counts: OutcomeCounts, written: Finished['row']): Draft<Finished> {
  const next = status === 'left' || status === 'aborted' ? `runbook resume ${session.id}` : `runbook runs report ${session.id}`;
  const outcome = status === 'passed' && counts.skipped > 0 && !somethingRan(session.state) ? `Nothing was run: ${shortcomings(counts)}` : outcomeSentence(status, counts);
  return { kind: 'finished', status, counts, outcome, reason, run: session.id, durationMs: Math.round(conversation.elapsedMs), next, row: written };
}

async function row({ session, options, conversation }: Trip): Promise<Finished['row']> {
  const { row: port } = options.machine;
  if (port === null) return NO_ROW;
  if (!session.state.rowDue) return session.plan.runbook.histories.length === 0 || somethingRan(session.state) ? NO_ROW : { ...NO_ROW, said: 'no history row: no command was run' };
  const prepared = await port.prepare(session);
  if (prepared === null) return NO_ROW;
  const heard = await conversation.ask({ kind: 'record-row', ...prepared });
  if (heard.turn === null && heard.reply.kind === 'keep-none') {
    await port.decline(session);
    return NO_ROW;
  }
  // If the operator leaves at this question, the row is written as it is.
  const cells = heard.turn === null && heard.reply.kind === 'write' ? heard.reply.cells : prepared.cells.map(({ value }) => value);
  return (await port.write(session, cells)) ?? NO_ROW;
}
