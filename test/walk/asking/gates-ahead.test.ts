import { describe, expect, it } from 'vitest';
import { whoMay } from '../../../src/mcp/replies/policy.ts';
import { unattendedReply } from '../../../src/walk/index.ts';
import { runbookOf, TestWalk } from '../walk-of.ts';

/** A look, what the file says about it, and what comes next. */
function looked(words: string, { code = 'ping -c 1 db-1', next = 'say promoted' } = {}): string {
  return `# X\n\n## Look\n\n\`\`\`bash\n${code}\n\`\`\`\n\n${words}\n\n## Promote\n\n\`\`\`bash\n${next}\n\`\`\`\n`;
}

const STOP = 'If the primary answers, stop here.';

describe('an exit status that an order to stop is about', () => {
  it('is asked about once, with one reason: the command is judged, and what comes next is not held again', async () => {
    const made = new TestWalk(looked(STOP));
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'piece-failed', exitCode: 1, gate: { step: 'promote-1', piece: 0, text: STOP, line: 9 } });
    expect(await made.say({ kind: 'settle', doubt: 'gate', answer: 'passed' })).toMatchObject({ status: 'refused', why: 'the reason is empty' });
    expect(await made.after({ kind: 'settle', doubt: 'gate', answer: 'passed', reason: 'it does not answer' })).toMatchObject({ kind: 'run-piece', code: expect.stringContaining('say promoted') });
    await made.say({ kind: 'run' });
    expect(await made.ended).toMatchObject({ status: 'passed', outcome: 'Success', counts: { passed: 2, accepted: 0 } });
    expect(made.ofType('step-finished').filter(({ step }) => step === 'look-1')).toMatchObject([{ status: 'failed', exitCode: 1 }, { status: 'passed', exitCode: 1, reason: 'it does not answer', who: 'kim' }]);
    expect(made.ofType('doubt-settled')).toMatchObject([{ step: 'promote-1', doubt: 'gate', answer: 'passed', reason: 'it does not answer', who: 'kim' }]);
  });

  it('can end the run, or be tried again', async () => {
    const stopped = new TestWalk(looked(STOP));
    await stopped.after({ kind: 'run' }, { kind: 'retry' });
    await stopped.say({ kind: 'settle', doubt: 'gate', answer: 'stop' });
    expect(await stopped.ended).toMatchObject({ status: 'aborted', reason: `stopped at "${STOP}"` });
  });

  it.each([
    ['what more than looks', looked(STOP, { code: 'fail 1' })],
    ['what is about something else', looked('Do not proceed before the team lead has agreed.')],
    ['a plain step', runbookOf('ping -c 1 db-1', 'say two')],
    ['what a check is about as well', looked(STOP, { code: 'ping -c 1 db-1\n# Expected: 1 received' })],
    ['two orders at once', looked(`${STOP}\n\nIf nobody is on call, stop here.`)],
    ['words of another section', looked('', { next: 'say promoted' }).replace('## Promote\n', `## Promote\n\n${STOP}\n`)],
  ])('%s: the failure itself is asked about', async (_, text) => {
    const asked = await new TestWalk(text).after({ kind: 'run' });
    expect(asked).toMatchObject({ kind: 'piece-failed' });
    expect(asked).not.toHaveProperty('gate');
  });

  it('unattended stays a failure, and settled before the run it is one for a person too', async () => {
    const asked = await new TestWalk(looked(STOP)).after({ kind: 'run' });
    expect(unattendedReply(asked, { allowDestructive: true })).toMatchObject({ kind: 'stop' });
    const settled = new TestWalk(looked(STOP), { request: { settle: [{ step: 'promote-1', piece: null, doubt: null, answer: 'passed' }] } });
    expect(await settled.after({ kind: 'run' })).not.toHaveProperty('gate');
  });
});

describe('an order to wait that is a step by hand itself', () => {
  const text = '# X\n\n## Steps\n\n1. Wait for the approval of the lead.\n2. Go there.\n3. Then:\n\n   ```bash\n   say three\n   ```\n';

  it('holds nothing more once the step is done', async () => {
    const made = new TestWalk(text);
    expect(await made.now()).toMatchObject({ kind: 'do-by-hand', gates: [{ step: 'steps-3', piece: 0, text: 'Wait for the approval of the lead.' }] });
    expect(await made.after({ kind: 'done' }, { kind: 'done' })).toMatchObject({ kind: 'run-piece', code: expect.stringContaining('say three') });
    expect(made.ofType('doubt-settled')).toMatchObject([{ step: 'steps-3', answer: 'passed', reason: 'done by hand', who: 'kim' }]);
  });

  it('holds where the step was skipped', async () => {
    expect(await new TestWalk(text).after({ kind: 'skip', reason: 'later' }, { kind: 'done' })).toMatchObject({ kind: 'settle-doubt', doubts: [{ kind: 'gate' }] });
  });

  it('is no agent\u2019s to settle by saying that it is done', async () => {
    const asked = await new TestWalk(text).now();
    const circumstances = { rules: { allowChanges: false, readOnly: false }, production: () => ({ yes: false, why: '' }) };
    expect(whoMay(asked, { kind: 'done', to: asked.id }, circumstances)).toMatchObject({ may: 'person', why: expect.stringContaining('settling a doubt') });
  });
});
