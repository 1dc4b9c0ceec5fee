import { randomUUID } from 'node:crypto';
import type { BegunRow } from '../../history/index.ts';
import { isDead, processHere } from '../../state/index.ts';
import { type Finished, NO_ROW, type Prompt, type Reply, type RowPort, type RowSession } from '../../walk/index.ts';
import type { Claim, Claimed, ClaimRow, RecordedRow, Who } from '../protocol.ts';
import { isAway, untilHad, type Remote } from './remote.ts';

/** What is needed to write the row of a run that ended elsewhere. */
interface RowWork {
  readonly remote: Remote;
  readonly who: Who;
  readonly port: RowPort;
  readonly walk: Pick<RowSession, 'plan' | 'state' | 'events' | 'outputTail' | 'mask'> & { readonly run: string | null };
  /** Who is already writing it. */
  readonly claim: Claim | null;
  ask(prompt: Omit<Extract<Prompt, { kind: 'record-row' }>, 'id'>): Promise<Reply>;
  /** Whether nobody is waiting here any more. */
  goneAway(): boolean;
}

/** A claimed row, with a way to announce that it is about to be written. */
interface OwnClaim {
  readonly begun: BegunRow | null;
  again(row: BegunRow | null): Promise<Claimed>;
}

const TAKEN: Finished['row'] = { ...NO_ROW, said: 'somebody else writes the history row by now, or has done so' };

/** Writes the row unless somebody else does: the run lets only one person write it, and knows the row before it is in any file. */
export async function writeRow(work: RowWork): Promise<Finished['row']> {
  const { remote, who, claim, goneAway } = work;
  const first: ClaimRow = { ...who, token: randomUUID(), process: processHere(), after: claim !== null && isDead(claim.process) ? claim.token : null, row: null };
  const again = (row: BegunRow | null): Promise<Claimed> => untilHad(() => remote.claimRow({ ...first, row }), goneAway);
  try {
    const { held, row } = await again(null);
    if (!held) return claim === null ? TAKEN : { ...NO_ROW, said: `${claim.operator} (${claim.login}) writes the history row, since ${claim.since}; where that comes to nothing, whoever joins two minutes later does` };
    return await writeClaimed(work, first.token, { begun: row, again });
  } catch (error) {
    if (!isAway(error)) throw error;
    return { ...NO_ROW, said: 'the engine does not answer: whoever joins the run next writes its history row', complete: false };
  }
}

async function writeClaimed(work: RowWork, token: string, claim: OwnClaim): Promise<Finished['row']> {
  let told: Omit<RecordedRow, 'token'> = { row: '', status: 'declined', reason: 'the runbook has no history table' };
  const session: RowSession = { ...facade(work), recorded: (row, status, reason) => (told = { row, status, reason: reason ?? null }) };
  const row = await written(work, session, claim);
  // If we go away before the run knows, the next person finds that the row is already there.
  if (row !== TAKEN) await untilHad(() => work.remote.rowRecorded({ token, ...told }), work.goneAway);
  return row;
}

function facade({ walk }: RowWork): Omit<RowSession, 'recorded'> {
  const { plan, state, events } = walk;
  return { id: walk.run ?? '', plan, state, events, broken: null, outputTail: (...given) => walk.outputTail(...given), mask: (text) => walk.mask(text) };
}

async function written({ port, ask }: RowWork, session: RowSession, { begun, again }: OwnClaim): Promise<Finished['row']> {
  const prepared = await port.prepare(session);
  if (prepared === null) return NO_ROW;
  // A row that somebody else began to write is written as they began it.
  const reply = begun === null ? await ask({ kind: 'record-row', ...prepared }) : null;
  if (reply?.kind === 'keep-none') {
    if (!(await again(null)).held) return TAKEN;
    await port.decline(session);
    return NO_ROW;
  }
  const cells = reply?.kind === 'write' ? reply.cells : prepared.cells.map(({ value }) => value);
  return (await port.write(session, cells, { begun, begins: async (row) => (await again(row)).held })) ?? TAKEN;
}
