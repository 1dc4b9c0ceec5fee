import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { expect, it } from 'vitest';
import { remoteRun } from '../../../src/temporal/client/remote.ts';
import type { ClaimRow } from '../../../src/temporal/protocol.ts';

/** A run whose updates all fail alike. */
function failing(error: Error): ReturnType<typeof remoteRun> {
  const handle = { executeUpdate: () => Promise.reject(error) };
  const client = { workflow: { getHandle: () => handle }, connection: { withDeadline: async (_: number, work: () => Promise<unknown>) => work() } };
  return remoteRun(client as unknown as Client, 'runbook/drill.md');
}

const CLAIM: ClaimRow = { operator: 'jon', login: 'jon@host', token: 't', process: { host: 'host', pid: 1, start: null }, after: null, row: null };

it('a run that closes while its row is asked for has given it to somebody else', async () => {
  const closed = failing(new WorkflowNotFoundError('workflow update was aborted by closing workflow', 'runbook/drill.md', undefined));
  expect(await closed.claimRow(CLAIM)).toEqual({ held: false, row: null });
  expect(await closed.rowRecorded({ token: 't', row: '| x |', status: 'written', reason: null })).toBe(false);
});

it('any other fault is told', async () => {
  const broken = failing(new Error('boom'));
  await expect(broken.claimRow(CLAIM)).rejects.toThrow('boom');
  await expect(broken.rowRecorded({ token: 't', row: '', status: 'declined', reason: null })).rejects.toThrow('boom');
});
