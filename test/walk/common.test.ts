import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerBy, type Prompt, type Reply, unattendedReply } from '../../src/walk/index.ts';
import { REPLIES } from '../../src/walk/driving/refusals.ts';
import { runbookOf, type Said, TestWalk } from './walk-of.ts';

const ALLOWED = { allowDestructive: true };

const CHOICE = '# X\n\n## Look\n\n```bash\nsay fine\n```\n\n## Mitigation\n\n### Option A: roll back\n\n```bash\nsay back\n```\n\n### Option B: scale out\n\n```bash\nsay out\n```\n\n## Verify\n\n```bash\nsay verified\n```\n';
const HELP = '# X\n\n## Steps\n\n```bash\nsay one\n```\n\n## Troubleshooting\n\n```bash\nsay help\n```\n\n```bash\nsay more help\n```\n';
const FOUR = runbookOf('say one', 'say two', 'say three', 'say four');

describe('replies out of turn', () => {
  it('one that names another prompt, or none, answers nothing', async () => {
    const made = new TestWalk(FOUR);
    const { id } = await made.now();
    for (const to of ['', 'w-0', `other-${id}`]) expect(made.walk.reply({ kind: 'run', to })).toMatchObject({ status: 'refused' });
    expect(made.walk.reply({ kind: 'run', to: id })).toEqual({ status: 'taken' });
    expect(made.walk.reply({ kind: 'run', to: id })).toMatchObject({ status: 'refused' });
    expect(await made.now()).toMatchObject({ code: 'say two' });
    expect(made.walk.reply({ kind: 'run', to: id })).toMatchObject({ status: 'refused' });
    expect(made.ofType('step-started')).toHaveLength(1);
  });

  it('each prompt refuses every reply that is not its own', async () => {
    const made = new TestWalk(FOUR);
    const prompt = await made.now();
    const own = new Set<Reply['kind']>(REPLIES['run-piece']);
    const foreign = Object.values(REPLIES).flat().filter((kind) => !own.has(kind));
    for (const kind of [...foreign, 'nothing-of-ours']) expect(made.walk.reply({ kind, to: prompt.id } as Reply)).toMatchObject({ status: 'refused', advice: expect.stringContaining('it takes run') });
    expect(made.walk.prompt).toBe(prompt);
  });

  it('a prompt and its reply are JSON as they stand', async () => {
    const made = new TestWalk(FOUR, { row: true });
    for (let prompt = await made.now(); prompt.kind !== 'finished'; prompt = await made.now()) {
      expect(JSON.parse(JSON.stringify(prompt))).toEqual(prompt);
      made.walk.reply(JSON.parse(JSON.stringify(unattendedReply(prompt, ALLOWED))) as Reply);
    }
    expect(await made.ended).toMatchObject({ status: 'passed' });
  });
});

describe('at every prompt', () => {
  it('a note is taken and the prompt stays', async () => {
    const made = new TestWalk(FOUR);
    const prompt = await made.now();
    expect(await made.say({ kind: 'note', text: '' })).toMatchObject({ status: 'refused' });
    expect(await made.say({ kind: 'note', text: 'slow today' })).toEqual({ status: 'taken' });
    expect(made.walk.prompt).toBe(prompt);
    expect(made.ofType('note')).toMatchObject([{ text: 'slow today', step: 'part-1-1', level: 'operator' }]);
  });

  it('look shows a step and changes nothing', async () => {
    const made = new TestWalk(FOUR);
    await made.after({ kind: 'run' });
    expect(await made.say({ kind: 'look', step: 'part-1-1' })).toMatchObject({ status: 'shown', look: { status: 'passed', output: 'one\n', attempt: 1 } });
    expect(await made.say({ kind: 'look', step: 'part-4-1' })).toMatchObject({ look: { status: 'open', code: 'say four' } });
    expect(await made.say({ kind: 'look', step: 'part-9' })).toMatchObject({ status: 'refused' });
  });

  it('go-to ahead skips what lies between, with that as the reason', async () => {
    const made = new TestWalk(FOUR);
    await made.after({ kind: 'run' });
    expect(await made.say({ kind: 'go-to', place: 'nowhere' })).toMatchObject({ status: 'refused', why: 'there is no step or section nowhere' });
    expect(await made.after({ kind: 'go-to', place: 'Part 4' })).toMatchObject({ kind: 'run-piece', code: 'say four' });
    expect(made.ofType('step-skipped')).toMatchObject([{ step: 'part-2-1', reason: 'went to "Part 4"' }, { step: 'part-3-1' }]);
  });

  it('go-to back asks again what ran; ahead once more nothing of that is skipped', async () => {
    const made = new TestWalk(FOUR);
    await made.after({ kind: 'run' }, { kind: 'run' }, { kind: 'run' });
    expect(await made.after({ kind: 'go-to', place: 'part-1-1' })).toMatchObject({ step: 'part-1-1', attempt: 2 });
    expect(await made.after({ kind: 'run' })).toMatchObject({ step: 'part-2-1', attempt: 2 });
    expect(await made.after({ kind: 'go-to', place: 'part-4-1' })).toMatchObject({ step: 'part-4-1', attempt: 1 });
    expect(made.ofType('step-skipped')).toEqual([]);
  });

  it('what go-to asks again is asked again by a run that was killed and is resumed', async () => {
    const made = new TestWalk(FOUR);
    await made.after({ kind: 'run' }, { kind: 'skip', reason: 'not now' }, { kind: 'run' }, { kind: 'go-to', place: 'part-1-1' }, { kind: 'run' });
    expect(made.ofType('note')).toMatchObject([{ level: 'info', text: 'asked again: "Part 1: say one" and 2 more', again: [{ step: 'part-1-1', piece: 0 }, { step: 'part-2-1' }, { step: 'part-3-1' }] }]);
    const resumed = new TestWalk(FOUR, { earlier: made.events });
    expect(await resumed.now()).toMatchObject({ step: 'part-2-1' });
    expect(await resumed.after({ kind: 'run' })).toMatchObject({ step: 'part-3-1', attempt: 2 });
    expect(await resumed.after({ kind: 'go-to', place: 'part-4-1' })).toMatchObject({ step: 'part-4-1', attempt: 1 });
    expect(resumed.ofType('note').at(-1)).toMatchObject({ text: 'nothing is asked again', again: [] });
    expect(await new TestWalk(FOUR, { earlier: resumed.events }).now()).toMatchObject({ step: 'part-4-1' });
  });

  it('go-to brings in a section that is out', async () => {
    const made = new TestWalk('# X\n\n## Steps\n\n```bash\nsay one\n```\n\n## Troubleshooting\n\n```bash\nsay help\n```\n');
    expect(await made.after({ kind: 'go-to', place: 'troubleshooting' })).toMatchObject({ kind: 'run-piece', code: 'say help' });
    expect(made.ofType('section-chosen')).toMatchObject([{ choice: 'Troubleshooting', steps: ['steps-1', 'troubleshooting-1'] }]);
  });

  it('go-to back before a section that was brought in leaves it out again', async () => {
    const made = new TestWalk(HELP);
    expect(await made.after({ kind: 'go-to', place: 'troubleshooting' })).toMatchObject({ code: 'say help' });
    expect(await made.after({ kind: 'go-to', place: 'steps' }, { kind: 'run' })).toMatchObject({ kind: 'finished', status: 'passed', counts: { passed: 1, skipped: 0 } });
    expect(made.ofType('section-chosen').at(-1)).toMatchObject({ name: 'Troubleshooting', choice: null, reason: 'went to "Steps"', sections: [], steps: ['steps-1'] });
  });

  it('go-to back before a section of which something ran leaves the rest of it out', async () => {
    const made = new TestWalk(HELP);
    expect(await made.after({ kind: 'go-to', place: 'troubleshooting' }, { kind: 'run' })).toMatchObject({ code: 'say more help' });
    expect(await made.after({ kind: 'go-to', place: 'steps' })).toMatchObject({ code: 'say one' });
    expect(await made.after({ kind: 'go-to', place: 'troubleshooting' })).toMatchObject({ code: 'say help', attempt: 2 });
    expect(await made.after({ kind: 'run' })).toMatchObject({ code: 'say more help' });
    expect(await made.after({ kind: 'go-to', place: 'steps' }, { kind: 'run' })).toMatchObject({ kind: 'finished', counts: { passed: 2, skipped: 0 } });
  });

  it('what go-to passed over is asked once the walk is before it again, also by a changed answer', async () => {
    const made = new TestWalk('# X\n\n## Steps\n\n```bash\nsay <name>\n```\n\n```bash\nsay two\n```\n\n```bash\nsay three\n```\n');
    const name = { kind: 'answer', value: 'one' } as const;
    expect(await made.after(name, { kind: 'run' }, { kind: 'go-to', place: 'steps-3' })).toMatchObject({ code: 'say three' });
    expect(await made.after({ kind: 'change', of: 'parameter', name: 'name', value: 'uno' })).toMatchObject({ code: 'say uno', attempt: 2 });
    expect(await made.after({ kind: 'go-to', place: 'steps-1' })).toMatchObject({ code: 'say uno' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ code: 'say two' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ code: 'say three' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'finished', counts: { passed: 3, skipped: 0 } });
  });

  it('go-to back keeps a section that the caller asked for', async () => {
    const made = new TestWalk(HELP, { request: { sections: ['Troubleshooting'] } });
    expect(await made.after({ kind: 'go-to', place: 'troubleshooting' })).toMatchObject({ code: 'say help' });
    expect(await made.after({ kind: 'go-to', place: 'steps' }, { kind: 'run' })).toMatchObject({ code: 'say help' });
  });

  it('go-to a section in which nothing runs says where it is to be read', async () => {
    const made = new TestWalk('# X\n\n## Steps\n\n```bash\nsay one\n```\n\n## Troubleshooting\n\nRestart the service.\n');
    await made.now();
    expect(await made.say({ kind: 'go-to', place: 'troubleshooting' })).toMatchObject({ status: 'refused', why: 'nothing in "Troubleshooting" is run', advice: 'it is to be read: line 9' });
  });

  it('go-to past a choice leaves it unasked, and back before it asks it again', async () => {
    const made = new TestWalk(CHOICE);
    expect(await made.after({ kind: 'go-to', place: 'verify' })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
    expect(made.ofType('section-chosen')).toMatchObject([{ name: 'Mitigation', choice: null, reason: 'went to "Verify"', declined: [0] }]);
    expect(made.ofType('step-skipped')).toMatchObject([{ step: 'look-1', reason: 'went to "Verify"' }]);
    expect(await made.after({ kind: 'go-to', place: 'look' }, { kind: 'run' })).toMatchObject({ kind: 'choose-alternative', name: 'Mitigation' });
    expect(made.ofType('section-chosen').at(-1)).toMatchObject({ choice: null, reopened: true, declined: [] });
    expect(await made.after({ kind: 'go-to', place: 'verify' })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'finished', status: 'passed' });
  });

  it('go-to one of the ways of a choice chooses it, and to their heading asks', async () => {
    const made = new TestWalk(CHOICE);
    expect(await made.after({ kind: 'go-to', place: 'mitigation' })).toMatchObject({ kind: 'choose-alternative', name: 'Mitigation' });
    expect(await made.after({ kind: 'go-to', place: 'option-b-scale-out' })).toMatchObject({ kind: 'run-piece', code: 'say out' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
    expect(made.ofType('step-skipped')).toMatchObject([{ step: 'look-1', reason: 'went to "Mitigation"' }]);
  });

  it.each([
    ['resume', 'left', []],
    ['abort', 'aborted', [{ status: 'aborted', reason: 'stopped by the operator' }]],
    ['fail', 'failed', [{ status: 'failed' }]],
  ] as const)('leave to %s', async (then, status, finished) => {
    const made = new TestWalk(FOUR);
    await made.after({ kind: 'run' });
    expect(await made.after({ kind: 'leave', then })).toMatchObject({ kind: 'finished', status });
    expect(made.ofType('run-finished')).toMatchObject(finished);
    expect(made.session?.closed).toBe(true);
  });
});

describe('while a piece runs', () => {
  it('takes a note and leave, and nothing else', async () => {
    const made = new TestWalk(runbookOf('sleep 1000', 'say two'));
    await made.say({ kind: 'run' });
    const { id } = await made.runs();
    expect(made.walk.prompt).toBeNull();
    expect(made.walk.reply({ kind: 'run', to: id })).toMatchObject({ status: 'refused' });
    expect(made.walk.reply({ kind: 'note', to: id, text: 'still going' })).toEqual({ status: 'taken' });
    expect(made.walk.reply({ kind: 'leave', to: id, then: 'resume' })).toEqual({ status: 'taken' });
    expect(await made.ended).toMatchObject({ status: 'left' });
    expect(made.ofType('step-finished')).toMatchObject([{ status: 'stopped' }]);
  });

  it('stopPiece stops it and asks; end stops the run in order', async () => {
    // What was stopped is not judged by the half of its output.
    const stopped = new TestWalk(runbookOf('sleep 1000\n# Expected: never'));
    await stopped.say({ kind: 'run' });
    await stopped.runs();
    stopped.walk.stopPiece();
    expect(await stopped.now()).toMatchObject({ kind: 'piece-failed', status: 'stopped' });
    const ended = new TestWalk(runbookOf('sleep 1000'), { row: true });
    await ended.say({ kind: 'run' });
    await ended.runs();
    ended.walk.end('stopped by SIGTERM');
    expect(await ended.ended).toMatchObject({ status: 'aborted', reason: expect.stringContaining('stopped by SIGTERM in') });
    expect(ended.rows).toHaveLength(1);
  });

  it('an end that comes when the step has passed is one after it', async () => {
    const made = new TestWalk(FOUR);
    await made.now();
    made.walk.subscribe((change) => (change.kind === 'event' && change.event.type === 'step-finished' ? made.walk.end('stopped by SIGTERM') : undefined));
    await made.say({ kind: 'run' });
    expect(await made.ended).toMatchObject({ status: 'aborted', reason: expect.stringContaining('stopped by SIGTERM after') });
  });

  it('end at a question asks nothing more', async () => {
    const made = new TestWalk(FOUR);
    await made.after({ kind: 'run' });
    made.walk.end('stopped by SIGHUP');
    expect(await made.ended).toMatchObject({ status: 'aborted', reason: 'stopped by SIGHUP' });
    expect(made.asked.at(-1)?.kind).toBe('finished');
  });

  it('a wait between attempts is over at once when it is stopped', async () => {
    const made = new TestWalk('# X\n\n## Part\n\n```bash {retry=3 every=10m}\nfail 1\n```\n');
    await made.say({ kind: 'run' });
    for (let turn = 0; turn < 200 && made.walk.running?.waiting !== true; turn++) await Promise.resolve();
    made.walk.stopPiece();
    expect(await made.now()).toMatchObject({ kind: 'piece-failed', attempt: 1, retry: { left: 2 } });
  });
});

describe('unattended', () => {
  async function unattended(markdown: string, options: ConstructorParameters<typeof TestWalk>[1] = {}): Promise<{ readonly made: TestWalk; readonly finished: Prompt }> {
    const made = new TestWalk(markdown, { unattended: { followForMs: 1 }, ...options });
    answerBy(made.walk, (prompt) => unattendedReply(prompt, ALLOWED));
    const first = made.walk.prompt;
    if (first !== null) made.walk.reply(unattendedReply(first, ALLOWED) as Reply);
    return { made, finished: await made.ended };
  }

  it('runs what may run, takes steps by hand as read, leaves judgements open', async () => {
    const { made, finished } = await unattended(runbookOf('[Call them]', 'say x\n# Expected: all is well', 'rm -rf /srv/x'));
    expect(finished).toMatchObject({ status: 'passed', outcome: 'Success with 1 check unverified', counts: { passed: 3, unverified: 1 } });
    expect(made.ofType('step-finished')[0]).toMatchObject({ reason: 'taken as read' });
    expect(made.ofType('confirmed')).toMatchObject([{ word: '--allow-destructive', by: 'caller', who: 'kim' }]);
  });

  it('stops at the first failure, and never tries again what destroys', async () => {
    const { made, finished } = await unattended('# X\n\n## Part\n\n```bash {retry=3 every=1ms}\nfail 2; rm -rf /srv/x\n```\n\n## Next\n\n```bash\nsay two\n```\n');
    expect(finished).toMatchObject({ status: 'failed', reason: 'step 1 "Part: fail": exit status 2' });
    expect(made.ofType('step-started')).toHaveLength(1);
  });

  it('runs nothing that destroys, or may do anything in production, where that was not allowed', () => {
    const base = { id: 'w-1', kind: 'run-piece', title: 'Part', unboundHosts: [] } as unknown as Extract<Prompt, { kind: 'run-piece' }>;
    for (const ask of [{ key: 'y', why: 'nobody knows' }, { key: 'word', word: 'shop', why: 'it destroys' }] as const) {
      expect(unattendedReply({ ...base, ask }, { allowDestructive: false })).toMatchObject({ kind: 'leave', then: 'fail', reason: expect.stringContaining(ask.why) });
    }
    expect(unattendedReply({ ...base, ask: { key: 'enter' } }, { allowDestructive: false })).toMatchObject({ kind: 'run' });
  });

  it('watches an endless command for a while', async () => {
    const { made, finished } = await unattended(runbookOf('tail -f /var/log/x'));
    expect(finished).toMatchObject({ status: 'passed' });
    expect(made.ofType('step-finished')).toMatchObject([{ status: 'stopped' }]);
  });

  it.each([
    ['a value that is missing', runbookOf('say <release>'), {}, 'no value for release'],
    ['a piece that is held', runbookOf('say one'), { doubt: { step: 'part-1-1', kind: 'conditional', answers: ['run', 'skip'] } }, /is held: Only if the check fails/],
  ] as const)('%s ends it: nothing is guessed', async (_, text, options, reason) => {
    const { made, finished } = await unattended(text, options as ConstructorParameters<typeof TestWalk>[1]);
    expect(finished).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) });
    expect(made.ofType('step-started')).toEqual([]);
  });
});

it('nothing but the driver runs a piece, and a worker at its word', () => {
  const callers = globSync('src/**/*.{ts,tsx}').filter((file) => /\.runPiece\(/.test(readFileSync(file, 'utf8')));
  expect(callers.toSorted()).toEqual(['src/temporal/worker/worker-runs.ts', 'src/walk/driving/attempts.ts']);
});

it('what is said at each prompt is a reply of the list', () => {
  const said: readonly Said['kind'][] = ['choose', 'answer', 'settle', 'run', 'edit', 'skip', 'confirm', 'approve', 'done', 'holds', 'fails', 'unsure', 'retry', 'until-it-holds', 'accept', 'stop', 'ran', 'end', 'write', 'keep-none'];
  expect(new Set(Object.values(REPLIES).flat())).toEqual(new Set(said));
});
