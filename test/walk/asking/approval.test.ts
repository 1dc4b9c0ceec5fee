import { describe, expect, it } from 'vitest';
import type { ApprovalRule } from '../../../src/settings/index.ts';
import { unattendedReply, type RunPiece } from '../../../src/walk/index.ts';
import { runbookOf, TestWalk } from '../walk-of.ts';

const TWO = runbookOf('rm -r /srv/cache', 'say two');
const RULE: ApprovalRule = { effects: ['destroys'], places: [] };
const TOLD = { rules: [RULE], proven: false };

async function toRun(made: TestWalk): Promise<RunPiece> {
  const prompt = await made.now();
  if (prompt.kind !== 'run-piece') throw new Error(`${prompt.kind} is asked`);
  return prompt;
}

describe('a second person', () => {
  it('is needed before what the settings name, for one attempt, and is no confirmation', async () => {
    const made = new TestWalk(TWO, { approvals: TOLD });
    const asked = await toRun(made);
    expect(asked.approval).toMatchObject({ given: null, notBy: 'kim', proven: false });
    expect(made.walk.reply({ kind: 'confirm', to: asked.id, word: 'yes' })).toMatchObject({ status: 'refused', why: expect.stringContaining('a second person is needed') });
    expect(made.walk.reply({ kind: 'approve', to: asked.id, who: ' Kim ' })).toMatchObject({ status: 'refused', why: expect.stringContaining('began this run') });
    expect(made.walk.reply({ kind: 'approve', to: asked.id, who: '' })).toMatchObject({ status: 'refused' });
    expect(made.ofType('confirmed')).toEqual([]);
    expect(made.walk.reply({ kind: 'approve', to: asked.id, who: 'jon' })).toEqual({ status: 'taken' });
    const approved = await toRun(made);
    expect(approved).toMatchObject({ approval: { given: 'jon' }, ask: { key: 'word', word: 'yes' } });
    expect(made.ofType('step-started')).toEqual([]);
    expect(made.ofType('confirmed')).toMatchObject([{ by: 'approver', who: 'jon', attempt: 1, word: 'as told, not proven' }]);
    expect(made.walk.reply({ kind: 'confirm', to: approved.id, word: 'yes' })).toEqual({ status: 'taken' });
    const next = await toRun(made);
    expect(next.approval).toBeUndefined();
    expect(made.walk.reply({ kind: 'approve', to: next.id, who: 'jon' })).toMatchObject({ status: 'refused', why: 'nothing is to be approved here' });
  });

  it('approves a text: another one asks again', async () => {
    const made = new TestWalk(TWO, { approvals: TOLD });
    made.walk.reply({ kind: 'approve', to: (await made.now()).id, who: 'jon' });
    made.walk.reply({ kind: 'edit', to: (await made.now()).id, code: 'rm -r /srv' });
    expect((await toRun(made)).approval).toMatchObject({ given: null });
  });

  it('is asked for by place', async () => {
    for (const [places, needed] of [[['production'], false], [['nowhere-*'], false], [[], true]] as const) {
      const made = new TestWalk(TWO, { approvals: { rules: [{ ...RULE, places }], proven: false } });
      expect((await toRun(made)).approval !== undefined).toBe(needed);
    }
  });

  it('unattended it ends the run here, and is waited for where it can come', async () => {
    for (const [proven, reply] of [[false, { kind: 'leave', then: 'fail' }], [true, null]] as const) {
      const made = new TestWalk(TWO, { approvals: { rules: [RULE], proven } });
      const answer = unattendedReply(await toRun(made), { allowDestructive: true });
      expect(answer).toEqual(reply === null ? null : expect.objectContaining(reply));
    }
  });
});
