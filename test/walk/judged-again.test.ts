import { describe, expect, it } from 'vitest';
import { runbookOf, type Said, TestWalk } from './walk-of.ts';

const CHECK = 'say two pods\n# Expected: all pods are Running';
const takeBack = (name: string): Said => ({ kind: 'change', of: 'check', name, value: null });

it('a mistyped answer to a check by eye is taken back, and what is said then counts', async () => {
  const made = new TestWalk(runbookOf(CHECK, 'say end'));
  expect(await made.after({ kind: 'run' }, { kind: 'fails' })).toMatchObject({ kind: 'piece-failed' });
  expect(await made.after(takeBack('part-1-1.0/check-0'))).toMatchObject({ kind: 'judge', step: 'part-1-1' });
  expect(made.walk.state.steps['part-1-1']?.pieces[0]?.expectations).toMatchObject([{ status: 'unverified' }]);
  expect(made.walk.state.steps['part-1-1']?.pieces[0]?.expectations[0]).not.toHaveProperty('who');
  expect(await made.after({ kind: 'holds' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
  await made.say({ kind: 'run' });
  expect(await made.now()).toMatchObject({ kind: 'finished', status: 'passed', outcome: 'Success' });
});

it('so is one that was given some steps ago; nothing runs again unless it is asked for', async () => {
  const made = new TestWalk(runbookOf(CHECK, 'say end'));
  await made.after({ kind: 'run' }, { kind: 'holds' });
  expect(await made.after(takeBack('part-1-1.0/check-0'))).toMatchObject({ kind: 'judge', step: 'part-1-1' });
  expect(await made.after({ kind: 'fails' })).toMatchObject({ kind: 'piece-failed', step: 'part-1-1' });
  expect(await made.after({ kind: 'retry' })).toMatchObject({ kind: 'run-piece', step: 'part-1-1', attempt: 2 });
  expect(await made.after({ kind: 'run' }, { kind: 'holds' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
});

it('who goes elsewhere from there leaves it unverified; what was accepted or skipped is not judged again', async () => {
  const made = new TestWalk(runbookOf(CHECK, 'say end', CHECK));
  await made.after({ kind: 'run' }, { kind: 'holds' }, takeBack('part-1-1.0/check-0'), { kind: 'go-to', place: 'part-2-1' });
  expect(made.walk.prompt).toMatchObject({ kind: 'run-piece', code: 'say end' });
  await made.after({ kind: 'run' }, { kind: 'run' }, { kind: 'fails' });
  expect(await made.say(takeBack('part-1-1.0/check-0'))).toMatchObject({ status: 'refused', why: 'no answer to part-1-1.0/check-0 can be taken back', advice: 'there are part-3-1.0/check-0' });
  await made.say({ kind: 'accept', reason: 'known' });
  expect(await made.now()).toMatchObject({ kind: 'finished', counts: { accepted: 1, unverified: 1 } });
});

it('who leaves at a check by eye is asked for it when the run is resumed, and not for those before it', async () => {
  const markdown = runbookOf(CHECK, CHECK, 'say end');
  const left = new TestWalk(markdown);
  expect(await left.after({ kind: 'run' }, { kind: 'unsure' }, { kind: 'run' })).toMatchObject({ kind: 'judge', step: 'part-2-1' });
  await left.say({ kind: 'leave', then: 'resume' });
  const made = new TestWalk(markdown, { earlier: left.events });
  expect(await made.now()).toMatchObject({ kind: 'judge', step: 'part-2-1' });
  expect(await made.after({ kind: 'holds' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
  await made.say({ kind: 'run' });
  expect(await made.now()).toMatchObject({ kind: 'finished', counts: { unverified: 1 } });
});

it('so is who leaves where a judgement was taken back', async () => {
  const markdown = runbookOf(CHECK, 'say end');
  const left = new TestWalk(markdown);
  await left.after({ kind: 'run' }, { kind: 'holds' }, takeBack('part-1-1.0/check-0'), { kind: 'leave', then: 'resume' });
  const made = new TestWalk(markdown, { earlier: left.events });
  expect(await made.now()).toMatchObject({ kind: 'judge', step: 'part-1-1' });
  expect(await made.after({ kind: 'fails' })).toMatchObject({ kind: 'piece-failed', step: 'part-1-1' });
});

it('who changes another answer at a check by eye is asked for it then, unless its command is to run again', async () => {
  const markdown = runbookOf('say <some-word>', CHECK, 'say <some-word> twice\n# Expected: all pods are Running');
  const value = (word: string): Said => ({ kind: 'change', of: 'parameter', name: 'some-word', value: word });
  const made = new TestWalk(markdown);
  expect(await made.after({ kind: 'answer', value: 'one' }, { kind: 'run' }, { kind: 'run' })).toMatchObject({ kind: 'judge', step: 'part-2-1' });
  expect(await made.after(value('two'))).toMatchObject({ kind: 'judge', step: 'part-2-1' });
  expect(await made.after({ kind: 'holds' })).toMatchObject({ kind: 'run-piece', step: 'part-1-1' });
  expect(await made.after({ kind: 'run' }, { kind: 'run' })).toMatchObject({ kind: 'judge', step: 'part-3-1' });
  expect(await made.after(value('three'))).toMatchObject({ kind: 'run-piece', step: 'part-1-1' });
});

it('unattended nobody is asked', async () => {
  const markdown = runbookOf(CHECK, 'say end');
  const left = new TestWalk(markdown);
  await left.after({ kind: 'run' }, { kind: 'leave', then: 'resume' });
  const made = new TestWalk(markdown, { earlier: left.events, unattended: { followForMs: 1 } });
  expect(await made.now()).toMatchObject({ kind: 'run-piece', code: 'say end' });
});

describe('a block that ended itself with exit, with a check by eye', () => {
  const markdown = runbookOf('say two pods\nexit 0\n# Expected: all pods are Running\nsay rest', 'say end');

  it('left at that check, has nothing more to run when it is resumed', async () => {
    const left = new TestWalk(markdown);
    expect(await left.after({ kind: 'run' })).toMatchObject({ kind: 'judge', step: 'part-1-1' });
    await left.say({ kind: 'leave', then: 'resume' });
    const made = new TestWalk(markdown, { earlier: left.events });
    expect(await made.now()).toMatchObject({ kind: 'judge', step: 'part-1-1' });
    expect(await made.after({ kind: 'holds' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
  });
  it('nor where the process was killed before it could leave out the rest', async () => {
    const block = runbookOf('say ready\nexit 0\n# 2. Restart the pod\nsay rest', 'say end');
    const killed = new TestWalk(block);
    await killed.after({ kind: 'run' });
    const journal = killed.events.slice(0, killed.events.findIndex(({ type }) => type === 'step-skipped'));
    expect(journal.at(-1)).toMatchObject({ type: 'step-finished', endsBlock: true });
    const made = new TestWalk(block, { earlier: journal });
    expect(await made.now()).toMatchObject({ kind: 'run-piece', code: 'say end' });
    expect(made.walk.state.steps['part-1-1']?.pieces[1]?.skipped).toMatchObject({ reason: 'the block ended itself with exit', by: 'plan' });
  });
  it('nor where the check does not hold and that is accepted', async () => {
    const made = new TestWalk(markdown);
    expect(await made.after({ kind: 'run' }, { kind: 'fails' })).toMatchObject({ kind: 'piece-failed' });
    expect(await made.after({ kind: 'accept', reason: 'known' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
  });
  it('goes on in the block where it is run again and does not end it', async () => {
    const made = new TestWalk(markdown);
    await made.after({ kind: 'run' }, { kind: 'holds' }, takeBack('part-1-1.0/check-0'), { kind: 'fails' });
    expect(await made.after({ kind: 'retry' })).toMatchObject({ kind: 'run-piece', step: 'part-1-1', attempt: 2 });
    expect(await made.after({ kind: 'edit', code: 'say two pods' }, { kind: 'run' }, { kind: 'holds' })).toMatchObject({ kind: 'run-piece', code: 'say rest' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
  });
  it('has nothing more to run where it was gone back to and ends itself once more', async () => {
    const made = new TestWalk(markdown);
    await made.after({ kind: 'run' }, { kind: 'holds' }, { kind: 'go-to', place: 'part-1-1' });
    expect(await made.after({ kind: 'run' }, { kind: 'holds' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
  });
  const again = (code: string): readonly Said[] => [takeBack('part-1-1.0/check-0'), { kind: 'fails' }, { kind: 'retry' }, { kind: 'edit', code }, { kind: 'run' }, { kind: 'holds' }];
  it('nor where it went on in one attempt and ends itself in the next', async () => {
    const made = new TestWalk(markdown);
    expect(await made.after({ kind: 'run' }, { kind: 'holds' }, ...again('say two pods'))).toMatchObject({ kind: 'run-piece', code: 'say rest' });
    expect(await made.after(...again('say two pods\nexit 0'))).toMatchObject({ kind: 'run-piece', code: 'say end' });
  });
  it('what is to run after all is known to whoever resumes a run that was killed', async () => {
    const killed = new TestWalk(markdown);
    await killed.after({ kind: 'run' }, { kind: 'holds' }, ...again('say two pods'));
    expect(await new TestWalk(markdown, { earlier: killed.events }).now()).toMatchObject({ kind: 'run-piece', code: 'say rest' });
  });
});
