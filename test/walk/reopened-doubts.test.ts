import { expect, it } from 'vitest';
import { runFacts } from '../../src/history/index.ts';
import type { RunEvent } from '../../src/events/index.ts';
import { runbookOf, TestWalk, type Said } from './walk-of.ts';

const conditional = { step: 'part-1-1', kind: 'conditional', answers: ['run', 'skip'] } as const;
const gate = { step: 'part-1-1', kind: 'gate', answers: ['passed', 'stop'] } as const;
const settle = (answer: 'run' | 'skip', reason?: string): Said => ({ kind: 'settle', doubt: 'conditional', answer, ...(reason === undefined ? {} : { reason }) });
const takeBack = (name: string): Said => ({ kind: 'change', of: 'doubt', name, value: null });

it('an answer is taken back before its piece ran: the doubt is asked again, and what is said then counts', async () => {
  const made = new TestWalk(runbookOf('say one', 'say two'), { doubt: conditional });
  expect(await made.after(settle('run'))).toMatchObject({ kind: 'run-piece', code: 'say one' });
  expect(await made.after(takeBack('part-1-1.0/conditional'))).toMatchObject({ kind: 'settle-doubt', doubts: [{ kind: 'conditional' }] });
  expect(made.ofType('doubt-reopened')).toMatchObject([{ step: 'part-1-1', piece: 0, doubt: 'conditional', was: 'run', who: 'kim' }]);
  expect(made.walk.state.doubts).toEqual([]);
  expect(await made.after(settle('skip', 'it is warm'))).toMatchObject({ kind: 'run-piece', code: 'say two' });
  expect(made.walk.state.doubts).toMatchObject([{ answer: 'skip', reason: 'it is warm' }]);
  expect(made.walk.state.reopened).toEqual([]);
});

it('a piece that was left out by its doubt is come to again', async () => {
  const made = new TestWalk(runbookOf('say one', 'say two'), { doubt: conditional });
  expect(await made.after(settle('skip', 'no'), takeBack('part-1-1.0/conditional'))).toMatchObject({ kind: 'settle-doubt', step: 'part-1-1' });
  expect(await made.after(settle('run'), { kind: 'run' })).toMatchObject({ kind: 'run-piece', code: 'say two' });
});

it('what the caller settled is taken back too; what has run is not, nor what is unknown', async () => {
  const made = new TestWalk(runbookOf('say one', 'say two'), { doubt: conditional, request: { settle: [{ step: 'part-1-1', piece: null, doubt: null, answer: 'run' }] } });
  expect(await made.after(takeBack('part-1-1.0/conditional'))).toMatchObject({ kind: 'settle-doubt' });
  await made.after(settle('run'), { kind: 'run' });
  expect(await made.say(takeBack('part-1-1.0/conditional'))).toMatchObject({ status: 'refused', why: 'no answer to part-1-1.0/conditional can be taken back' });
  expect(await made.say({ kind: 'change', of: 'doubt', name: 'x', value: 'run' })).toMatchObject({ status: 'refused' });
});

it('who leaves after taking it back is asked again when the run is resumed', async () => {
  const made = new TestWalk(runbookOf('say one'), { doubt: conditional });
  await made.after(settle('run'), takeBack('part-1-1.0/conditional'), { kind: 'leave', then: 'resume' });
  expect(await new TestWalk(runbookOf('say one'), { doubt: conditional, earlier: made.events }).now()).toMatchObject({ kind: 'settle-doubt' });
});

it('the row tells the gate as it was answered last', async () => {
  const made = new TestWalk(runbookOf('say one'), { doubt: gate });
  await made.after({ kind: 'settle', doubt: 'gate', answer: 'passed', reason: 'it is up' }, takeBack('part-1-1.0/gate'));
  const gates = (events: readonly RunEvent[]): readonly string[] => runFacts(events, { targetRow: {}, record: {}, report: null, now: new Date(0) }).outcome?.gates ?? [];
  expect(gates(made.events)).toEqual([]);
  await made.after({ kind: 'settle', doubt: 'gate', answer: 'passed', reason: 'it is down' });
  expect(gates(made.events)).toEqual(['"Only if the check fails" (it is down)']);
});

it('an answer that did not let the piece run, or changed it, is asked for again when the walk comes back to it', async () => {
  const stopped = new TestWalk(runbookOf('say one'), { doubt: gate });
  await stopped.after({ kind: 'settle', doubt: 'gate', answer: 'stop' });
  expect(await new TestWalk(runbookOf('say one'), { doubt: gate, earlier: stopped.events }).now()).toMatchObject({ kind: 'settle-doubt' });
  const skipped = new TestWalk(runbookOf('say one', 'say two'), { doubt: conditional });
  expect(await skipped.after(settle('skip', 'no'), { kind: 'go-to', place: 'part-1-1' })).toMatchObject({ kind: 'settle-doubt' });
  const unparsed = { step: 'part-1-1', kind: 'unparsed', answers: ['edit', 'skip'] } as const;
  const edited = new TestWalk(runbookOf('say one', 'say two'), { doubt: unparsed });
  expect(await edited.after({ kind: 'settle', doubt: 'unparsed', answer: 'edit', code: 'say three' }, { kind: 'go-to', place: 'part-1-1' })).toMatchObject({ kind: 'settle-doubt' });
});

const GATED = '# Restart a\n\n## Look\n\n```sh\nsay looked\n```\n\nIf it answers, **stop here**.\n\n## Change\n\n```sh\nsystemctl restart a\n```\n\n## After\n\n```sh\nsay after\n```\n';

it('an order to stop is asked again where the walk goes back before it: what is seen there may be otherwise by now', async () => {
  const passed = { kind: 'settle', doubt: 'gate', answer: 'passed', reason: 'no answer' } as const;
  const made = new TestWalk(GATED);
  expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'settle-doubt', step: 'change-1' });
  expect(await made.after(passed)).toMatchObject({ kind: 'run-piece', step: 'change-1' });
  expect(await made.after({ kind: 'go-to', place: 'look-1' }, { kind: 'run' })).toMatchObject({ kind: 'settle-doubt', step: 'change-1', doubts: [{ kind: 'gate' }] });
  expect(made.ofType('doubt-reopened')).toMatchObject([{ step: 'change-1', doubt: 'gate', was: 'passed', who: 'kim' }]);
  // Going ahead takes nothing back.
  expect(await made.after(passed, { kind: 'confirm', word: 'yes' }, { kind: 'go-to', place: 'after-1' })).toMatchObject({ kind: 'run-piece', step: 'after-1' });
  expect(made.ofType('doubt-reopened')).toHaveLength(1);
  // What has run on the answer is told with it, also if the walk ends before it is asked again.
  await made.after({ kind: 'go-to', place: 'look-1' }, { kind: 'leave', then: 'abort' });
  expect(made.ofType('doubt-reopened')).toHaveLength(2);
  expect(runFacts(made.events, { targetRow: {}, record: {}, report: null, now: new Date(0) }).outcome?.gates).toEqual([expect.stringContaining('(no answer)')]);
});
