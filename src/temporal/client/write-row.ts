import { randomUUID } from 'node:crypto';
import type { Finished, Prompt, Reply, RowPort, RowSession } from '../../walk/index.ts';
import type { Claim, RecordedRow, Who } from '../protocol.ts';
import { untilHad, type Remote } from './remote.ts';

/** What it takes to write the row of a run that has ended elsewhere. */
export interface RowWork {
  readonly remote: Remote;
  readonly who: Who;
  readonly port: RowPort;
  readonly walk: Pick<RowSession, 'plan' | 'state' | 'events' | 'outputTail'> & { readonly run: string | null };
  /** Who writes it already. */
  readonly claim: Claim | null;
  ask(prompt: Omit<Extract<Prompt, { kind: 'record-row' }>, 'id'>): Promise<Reply>;
}

const NONE: Finished['row'] = { status: 'none', text: '', said: '', complete: true };

/** Writes the row, where nobody else does: the run lets one do it. */
export async function writeRow(work: RowWork): Promise<Finished['row']> {
  const { remote, who, claim, port } = work;
  const token = randomUUID();
  if (!(await remote.claimRow({ ...who, token }))) return { ...NONE, said: claim === null ? '' : `${claim.operator} (${claim.login}) writes the history row, since ${claim.since}` };
  let told: Omit<RecordedRow, 'token'> = { row: '', status: 'declined', reason: 'the runbook has no history table' };
  const session: RowSession = { ...facade(work), recorded: (row, status, reason) => (told = { row, status, reason: reason ?? null }) };
  const row = await written({ ...work, stillOurs: () => remote.claimRow({ ...who, token }) }, port, session);
  // Where it is written, the run has to know, however long that takes: another would write it once more.
  await untilHad(() => remote.rowRecorded({ token, ...told }));
  return row;
}

function facade({ walk }: RowWork): Omit<RowSession, 'recorded'> {
  const { plan, state, events } = walk;
  return { id: walk.run ?? '', plan, state, events, outputTail: (...given) => walk.outputTail(...given) };
}

async function written({ ask, stillOurs }: RowWork & { stillOurs(): Promise<boolean> }, port: RowPort, session: RowSession): Promise<Finished['row']> {
  const prepared = await port.prepare(session);
  if (prepared === null) return NONE;
  const reply = await ask({ kind: 'record-row', ...prepared });
  if (!(await stillOurs())) return { ...NONE, said: 'somebody else writes the history row by now' };
  if (reply.kind === 'keep-none') {
    await port.decline(session);
    return NONE;
  }
  return port.write(session, reply.kind === 'write' ? reply.cells : prepared.cells.map(({ value }) => value));
}
