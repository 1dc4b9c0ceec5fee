import { expect, it } from 'vitest';
import { runbookOf, TestWalk } from './walk-of.ts';

const elsewhere = { step: 'part-1-1', kind: 'elsewhere', answers: ['here', 'done', 'skip'] } as const;
const done = { kind: 'settle', doubt: 'elsewhere', answer: 'done' } as const;
const TWO_CHECKS = runbookOf('say one\n# Expected: changed: none, and nobody complains\n# Expected: 200', 'say two');
const BY_HAND = '# Made up\n\n## Steps\n\n1. Open the dashboard.\n\n   Expected output: all lights are green\n\n2. Tell the team.\n';

it('of a piece that was done elsewhere each check is asked, whatever its kind', async () => {
  const made = new TestWalk(TWO_CHECKS, { doubt: elsewhere });
  const first = await made.after(done);
  expect(first).toMatchObject({ kind: 'judge', check: 0, reason: 'not seen here', seen: '' });
  expect(await made.after({ kind: 'holds' }, { kind: 'unsure' })).toMatchObject({ kind: 'run-piece', code: 'say two' });
  expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'finished', outcome: 'Success with 1 check unverified' });
});

it('one that does not hold there has failed: it is done again, or accepted with a reason', async () => {
  const made = new TestWalk(TWO_CHECKS, { doubt: elsewhere });
  expect(await made.after(done, { kind: 'holds' }, { kind: 'fails' })).toMatchObject({ kind: 'piece-failed', checks: [{ text: '200' }], untilItHolds: false });
  expect(await made.after({ kind: 'retry' })).toMatchObject({ kind: 'settle-doubt', doubts: [{ kind: 'elsewhere' }] });
  expect(await made.after(done, { kind: 'holds' }, { kind: 'fails' }, { kind: 'accept', reason: 'it is slow' })).toMatchObject({ kind: 'run-piece', code: 'say two' });
  expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'finished', outcome: 'Success with 1 accepted failure' });
});

it('unattended the checks of what the caller did elsewhere are unverified', async () => {
  const made = new TestWalk(TWO_CHECKS, { doubt: elsewhere, request: { settle: [{ step: 'part-1-1', piece: null, doubt: null, answer: 'done' }] } });
  expect(await made.after({ kind: 'unsure' }, { kind: 'unsure' }, { kind: 'run' })).toMatchObject({ outcome: 'Success with 2 checks unverified' });
});

it('a step by hand is asked for its check once it is done, and comes back if it is to be done again', async () => {
  const made = new TestWalk(BY_HAND);
  expect(await made.after({ kind: 'done' })).toMatchObject({ kind: 'judge', expectation: 'all lights are green' });
  expect(await made.after({ kind: 'fails' }, { kind: 'retry' })).toMatchObject({ kind: 'do-by-hand', title: 'Open the dashboard' });
  expect(await made.after({ kind: 'done' }, { kind: 'unsure' }, { kind: 'done' })).toMatchObject({ outcome: 'Success with 1 check unverified' });
});

it('of a piece that was cut off and ran to its end all the same the checks are asked', async () => {
  const cut = new TestWalk(runbookOf('sleep 9\n# Expected: 200', 'say two'));
  await cut.say({ kind: 'run' });
  await cut.runs();
  const made = new TestWalk(runbookOf('sleep 9\n# Expected: 200', 'say two'), { earlier: [...cut.events] });
  expect(await made.after({ kind: 'ran' })).toMatchObject({ kind: 'judge', expectation: '200' });
  expect(await made.after({ kind: 'unsure' }, { kind: 'run' })).toMatchObject({ outcome: 'Success with 1 check unverified' });
});
