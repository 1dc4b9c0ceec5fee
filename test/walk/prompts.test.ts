import { describe, expect, it } from 'vitest';
import { runbookOf, TestWalk } from './walk-of.ts';

const TARGETS = '# Apps\n\n| App | URL |\n|---|---|\n| shop-prod | https://shop.example |\n| shop-stg | https://stg.example |\n\n## Steps\n\n```bash\nsay shop-prod\n```\n\n```bash\nrm -rf /srv/shop-prod\n```\n\n```bash\nrm -rf /srv/shop-prod/old\n```\n';
const OPTIONS = '# X\n\n## Look\n\n```bash\nsay fine\n```\n\n## Mitigation\n\n### Option A: roll back\n\n```bash\nsay back\n```\n\n### Option B: scale out\n\n```bash\nsay out\n```\n\n## Verify\n\n```bash\nsay verified\n```\n';

describe('choose-target', () => {
  it('takes a target of the table; the run begins with it', async () => {
    const made = new TestWalk(TARGETS);
    expect(await made.now()).toMatchObject({ kind: 'choose-target', name: 'App', choices: ['shop-prod', 'shop-stg'], production: ['shop-prod'] });
    expect(await made.say({ kind: 'choose', choice: 'shop' })).toMatchObject({ status: 'refused', why: 'there is no target shop' });
    expect(await made.say({ kind: 'choose', choice: null })).toMatchObject({ status: 'refused' });
    expect(made.session).toBeNull();
    expect(await made.after({ kind: 'choose', choice: 'shop-stg' })).toMatchObject({ kind: 'run-piece', code: expect.stringContaining('say shop-stg'), target: 'shop-stg' });
    expect(made.ofType('run-started')).toMatchObject([{ target: 'shop-stg' }]);
  });

  it('that only a glob takes is refused where none does, with the plan\u2019s own words', async () => {
    const made = new TestWalk(TARGETS.replace('# Apps', '# Apps\n\n**System:** edge-*'));
    expect(await made.now()).toMatchObject({ choices: ['shop-prod', 'shop-stg', 'edge-*'], production: ['shop-prod'] });
    expect(await made.say({ kind: 'choose', choice: 'shop' })).toMatchObject({ status: 'refused' });
    expect(await made.after({ kind: 'choose', choice: 'edge-1' })).toMatchObject({ kind: 'run-piece', target: 'edge-1' });
  });

  it('goes nowhere else before there is a run, and says so', async () => {
    const made = new TestWalk(TARGETS);
    const { id } = await made.now();
    expect(await made.say({ kind: 'go-to', place: 'steps' })).toMatchObject({ status: 'refused', why: 'the run has not begun' });
    expect(await made.say({ kind: 'change', of: 'target', name: '', value: null })).toMatchObject({ status: 'refused', why: 'the run has not begun' });
    expect(made.walk.prompt?.id).toBe(id);
  });

  it('left, nothing has begun', async () => {
    const made = new TestWalk(TARGETS);
    expect(await made.after({ kind: 'leave', then: 'resume' })).toMatchObject({ kind: 'finished', status: 'left', run: null });
    expect(made.session).toBeNull();
  });
});

describe('choose-alternative', () => {
  it('is asked when the walk reaches it, with what each choice would run', async () => {
    const made = new TestWalk(OPTIONS);
    expect(await made.now()).toMatchObject({ kind: 'run-piece', step: 'look-1' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'choose-alternative', name: 'Mitigation', choices: [{ label: 'Option A: roll back', steps: [{ code: 'say back' }] }, { label: 'Option B: scale out', steps: [{ code: 'say out' }] }] });
    expect(await made.say({ kind: 'choose', choice: 'Option C' })).toMatchObject({ status: 'refused' });
    expect(await made.after({ kind: 'choose', choice: 'Option B: scale out' })).toMatchObject({ kind: 'run-piece', code: 'say out' });
    expect(made.ofType('section-chosen')).toMatchObject([{ name: 'Mitigation', choice: 'Option B: scale out', who: 'kim' }]);
  });

  it('none of them goes on with what follows', async () => {
    const made = new TestWalk(OPTIONS);
    expect(await made.after({ kind: 'run' }, { kind: 'choose', choice: null })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'finished', status: 'passed', outcome: 'Success' });
  });

  it('can be changed later: the other choice runs, the one that ran stays on record', async () => {
    const made = new TestWalk(OPTIONS);
    await made.after({ kind: 'run' }, { kind: 'choose', choice: 'Option A: roll back' }, { kind: 'run' });
    expect(await made.after({ kind: 'change', of: 'alternative', name: '0', value: 'Option B: scale out' })).toMatchObject({ kind: 'run-piece', code: 'say out' });
  });
});

describe('enter-parameter', () => {
  it('quotes the line as it will run on the chosen target', async () => {
    const made = new TestWalk(TARGETS.replace('say shop-prod', 'say shop-prod <ticket>'));
    await made.now();
    expect(await made.after({ kind: 'choose', choice: 'shop-stg' })).toMatchObject({ kind: 'enter-parameter', name: 'ticket', from: 'say shop-stg <ticket>', line: 11 });
  });

  const text = runbookOf('say release v84', 'say to <release>', 'say still <release>');

  it('takes a value that the plan takes, and says why another is none', async () => {
    const made = new TestWalk(text);
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'enter-parameter', name: 'release', secret: false, was: null });
    expect(await made.say({ kind: 'answer', value: 'a;b' })).toMatchObject({ status: 'refused', why: expect.stringContaining('has ; in it') });
    expect(await made.after({ kind: 'answer', value: 'v84' })).toMatchObject({ kind: 'run-piece', code: 'say to v84', replaced: [{ was: '<release>', now: 'v84', name: 'release' }] });
    expect(made.ofType('parameter-set')).toMatchObject([{ name: 'release', value: 'v84', source: 'answer', who: 'kim' }]);
  });

  it('change takes the answer back: what was made from it follows, what ran with it is asked again', async () => {
    const made = new TestWalk(text);
    await made.after({ kind: 'run' }, { kind: 'answer', value: 'v84' }, { kind: 'run' });
    expect(await made.say({ kind: 'change', of: 'parameter', name: 'release', value: 'a b' })).toMatchObject({ status: 'refused' });
    expect(await made.say({ kind: 'change', of: 'parameter', name: 'other', value: 'x' })).toMatchObject({ status: 'refused', why: 'there is no parameter other' });
    expect(await made.after({ kind: 'change', of: 'parameter', name: 'release', value: 'v85' })).toMatchObject({ kind: 'run-piece', step: 'part-2-1', code: 'say to v85', attempt: 2 });
    expect(made.ofType('parameter-set').at(-1)).toMatchObject({ value: 'v85', was: 'v84', again: [{ step: 'part-2-1', piece: 0 }] });
    expect(await made.after({ kind: 'run' })).toMatchObject({ step: 'part-3-1', code: 'say still v85' });
  });

  it('change asks the checks again that saw what the old value did, and nothing else', async () => {
    const made = new TestWalk('# Roll back\n\n## Steps\n\n```sh\nsay before\n```\n\n```sh\nrm -f <release>\n```\n\n```sh\nsay noted\n```\n\n## Verify\n\n```sh\nsay state\n```\n\n1. Look at the page.\n\n## End\n\n```sh\nsay end\n```\n');
    await made.after({ kind: 'run' }, { kind: 'answer', value: 'v84' }, { kind: 'confirm', word: 'yes' }, { kind: 'run' }, { kind: 'run' }, { kind: 'done' });
    expect(await made.after({ kind: 'change', of: 'parameter', name: 'release', value: 'v85' })).toMatchObject({ kind: 'run-piece', step: 'steps-2', attempt: 2 });
    expect(made.ofType('parameter-set').at(-1)).toMatchObject({ was: 'v84', again: [{ step: 'steps-2' }, { step: 'verify-1' }, { step: 'verify-2' }] });
    expect(await made.after({ kind: 'confirm', word: 'yes' })).toMatchObject({ kind: 'run-piece', step: 'verify-1' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'do-by-hand', step: 'verify-2' });
    expect(await made.after({ kind: 'done' })).toMatchObject({ kind: 'run-piece', step: 'end-1' });
  });

  it('is asked again for a target only before the run', async () => {
    const made = new TestWalk(TARGETS, { request: { target: 'shop-stg' } });
    expect(await made.say({ kind: 'change', of: 'target', name: 'target', value: 'shop-prod' })).toMatchObject({ status: 'refused' });
  });
});

describe('settle-doubt', () => {
  const held = { step: 'part-1-1', kind: 'conditional', answers: ['run', 'skip'] } as const;

  it('holds the piece: nothing but an answer of its own lets it go on, and that only settles', async () => {
    const made = new TestWalk(runbookOf('rm -rf /srv/x'), { doubt: held });
    expect(await made.now()).toMatchObject({ kind: 'settle-doubt', doubts: [{ kind: 'conditional', text: 'Only if the check fails', line: 7, answers: ['run', 'skip'] }], code: 'rm -rf /srv/x' });
    expect(await made.say({ kind: 'run' })).toMatchObject({ status: 'refused' });
    expect(await made.say({ kind: 'settle', doubt: 'conditional', answer: 'here' })).toMatchObject({ status: 'refused', why: 'conditional does not take here' });
    expect(await made.say({ kind: 'settle', doubt: 'gate', answer: 'passed', reason: 'x' })).toMatchObject({ status: 'refused', why: 'no doubt gate is open here' });
    expect(await made.after({ kind: 'settle', doubt: 'conditional', answer: 'run' })).toMatchObject({ kind: 'run-piece', ask: { key: 'word', word: 'yes' } });
    expect(made.ofType('doubt-settled')).toMatchObject([{ doubt: 'conditional', answer: 'run', by: 'operator', who: 'kim' }]);
    expect(made.ofType('step-started')).toEqual([]);
  });

  it('skip leaves it out with the reason', async () => {
    const made = new TestWalk(runbookOf('say one', 'say two'), { doubt: held });
    expect(await made.say({ kind: 'settle', doubt: 'conditional', answer: 'skip' })).toMatchObject({ status: 'refused', why: 'the reason is empty' });
    expect(await made.after({ kind: 'settle', doubt: 'conditional', answer: 'skip', reason: 'it passed' })).toMatchObject({ kind: 'run-piece', code: 'say two' });
    expect(made.ofType('step-skipped')).toMatchObject([{ step: 'part-1-1', reason: 'it passed' }]);
  });

  it('edit brings the code that runs; done was done by hand; stop and finish end the run', async () => {
    const doubt = { step: 'part-1-1', kind: 'unparsed', answers: ['edit', 'skip'] } as const;
    const edited = new TestWalk(runbookOf('say one'), { doubt });
    expect(await edited.say({ kind: 'settle', doubt: 'unparsed', answer: 'edit' })).toMatchObject({ status: 'refused' });
    expect(await edited.after({ kind: 'settle', doubt: 'unparsed', answer: 'edit', code: 'say two' })).toMatchObject({ kind: 'run-piece', code: 'say two', original: 'say one' });
    const done = new TestWalk(runbookOf('say one', 'say two'), { doubt: { step: 'part-1-1', kind: 'elsewhere', answers: ['here', 'done', 'skip'] } });
    expect(await done.after({ kind: 'settle', doubt: 'elsewhere', answer: 'done' })).toMatchObject({ code: 'say two' });
    expect(done.ofType('step-finished')).toMatchObject([{ status: 'passed', reason: 'done by hand: Only if the check fails' }]);
    const stopped = new TestWalk(runbookOf('say one'), { doubt: { step: 'part-1-1', kind: 'gate', answers: ['passed', 'stop'] } });
    expect(await stopped.after({ kind: 'settle', doubt: 'gate', answer: 'stop' })).toMatchObject({ kind: 'finished', status: 'aborted', reason: 'stopped at "Only if the check fails"' });
    const finished = new TestWalk(runbookOf('say one', 'say two'), { doubt: { step: 'part-2-1', kind: 'gate', answers: ['passed', 'finish', 'stop'] } });
    await finished.now();
    await finished.say({ kind: 'run' });
    expect(await finished.after({ kind: 'settle', doubt: 'gate', answer: 'finish' })).toMatchObject({ kind: 'finished', status: 'passed', outcome: 'Success', reason: 'finished at "Only if the check fails"' });
    expect(finished.ofType('run-finished')).toMatchObject([{ status: 'passed' }]);
  });

  it('what is typed elsewhere is said to be there until it is to run here', async () => {
    const made = new TestWalk('# X\n\n## Optional: the part\n\n```bash\nssh db1\n```\n\n```bash\nuptime\n```\n');
    await made.now();
    await made.say({ kind: 'settle', doubt: 'conditional', answer: 'skip', reason: 'x' });
    expect(await made.now()).toMatchObject({ kind: 'settle-doubt', code: 'uptime', on: { kind: 'elsewhere', opener: 'ssh db1' } });
    expect(await made.after({ kind: 'settle', doubt: 'elsewhere', answer: 'here' })).toMatchObject({ kind: 'settle-doubt', doubts: [{ kind: 'conditional' }], on: null });
    expect(await made.after({ kind: 'settle', doubt: 'conditional', answer: 'run' })).toMatchObject({ kind: 'run-piece', code: 'uptime', on: null });
  });

  it('settled by --settle it is told and not asked', async () => {
    const made = new TestWalk(runbookOf('say one'), { doubt: held, request: { settle: [{ step: 'part-1-1', piece: null, doubt: null, answer: 'run' }] } });
    expect(await made.now()).toMatchObject({ kind: 'run-piece' });
    expect(made.ofType('doubt-settled')).toMatchObject([{ answer: 'run', by: 'caller', who: 'kim' }]);
  });
});

describe('run-piece', () => {
  it('the first that destroys asks for the name of the target, whatever it is; each further one of the step for y', async () => {
    const made = new TestWalk('# X\n\n| App | URL |\n|---|---|\n| shop-stg | https://stg.example |\n\n## Steps\n\n```bash\n# 1. First\nrm -rf /srv/shop-stg\n# 2. Second\nrm -rf /srv/shop-stg/old\n```\n\n```bash\nrm -rf /srv/shop-stg/more\n```\n');
    expect(await made.now()).toMatchObject({ kind: 'run-piece', effect: 'destroys', ask: { key: 'word', word: 'shop-stg' } });
    expect(await made.say({ kind: 'run' })).toMatchObject({ status: 'refused', advice: 'confirm it with shop-stg' });
    expect(await made.say({ kind: 'confirm', word: 'y' })).toMatchObject({ status: 'refused', why: '"y" is not shop-stg' });
    expect(made.ofType('step-started')).toEqual([]);
    expect(await made.after({ kind: 'confirm', word: 'shop-stg' })).toMatchObject({ kind: 'run-piece', piece: 1, ask: { key: 'y' } });
    expect(await made.after({ kind: 'confirm', word: 'y' })).toMatchObject({ step: 'steps-2', ask: { key: 'word', word: 'shop-stg' } });
    expect(made.ofType('confirmed')).toMatchObject([{ word: 'shop-stg', effect: 'destroys', by: 'operator', who: 'kim', attempt: 1 }, { word: 'y' }]);
  });

  it('each further attempt at what destroys is asked for', async () => {
    const made = new TestWalk(runbookOf('fail 1; rm -rf /srv/x'));
    expect(await made.after({ kind: 'confirm', word: 'yes' })).toMatchObject({ kind: 'piece-failed', untilItHolds: false });
    expect(await made.say({ kind: 'until-it-holds' })).toMatchObject({ status: 'refused' });
    expect(await made.after({ kind: 'retry' })).toMatchObject({ kind: 'run-piece', attempt: 2, ask: { key: 'y' } });
  });

  it('what has the terminal is not tried again by itself', async () => {
    const made = new TestWalk(runbookOf('fail 1; sudo true'));
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'piece-failed', untilItHolds: false });
    expect(await made.say({ kind: 'until-it-holds' })).toMatchObject({ status: 'refused' });
  });

  it('an edited text is asked for again, by what it does now', async () => {
    const made = new TestWalk(runbookOf('say one'));
    expect(await made.say({ kind: 'edit', code: ' ' })).toMatchObject({ status: 'refused' });
    expect(await made.after({ kind: 'edit', code: 'rm -rf /srv/x' })).toMatchObject({ kind: 'run-piece', code: 'rm -rf /srv/x', original: 'say one', effect: 'destroys', ask: { key: 'word', word: 'yes' } });
    expect(await made.after({ kind: 'edit', code: 'say two' }, { kind: 'run' })).toMatchObject({ kind: 'finished', status: 'passed' });
    expect(made.ofType('step-started')).toMatchObject([{ code: 'say two' }]);
  });

  it('is skipped with a reason only', async () => {
    const made = new TestWalk(runbookOf('say one'));
    expect(await made.say({ kind: 'skip', reason: ' ' })).toMatchObject({ status: 'refused' });
    expect(await made.after({ kind: 'skip', reason: 'not here' })).toMatchObject({ kind: 'finished', status: 'passed', outcome: 'Nothing was run: 1 step skipped', counts: { skipped: 1 } });
  });

  it('shows what the machine points at, and what changed of it', async () => {
    let name = 'staging';
    const made = new TestWalk(runbookOf('kubectl get pods', 'kubectl get nodes'), { context: () => [{ kind: 'kube-context', name, from: '~/.kube/config' }] });
    expect(await made.now()).toMatchObject({ context: [{ name: 'staging' }], contextChanged: [], production: { yes: false } });
    name = 'prod-eu';
    expect(await made.after({ kind: 'run' })).toMatchObject({ context: [{ name: 'prod-eu' }], contextChanged: [{ kind: 'kube-context', was: 'staging', now: 'prod-eu' }], production: { yes: true, why: 'the kube-context prod-eu' } });
  });

  it('what a block left with exit is not asked for', async () => {
    const made = new TestWalk(runbookOf('# 1. One\nexit 0\n# 2. Two\nsay two', 'say three'));
    expect(await made.after({ kind: 'run' })).toMatchObject({ code: 'say three' });
    expect(made.ofType('step-skipped')).toMatchObject([{ piece: 1, by: 'plan' }]);
  });
});

describe('do-by-hand', () => {
  it('is done or skipped', async () => {
    const made = new TestWalk(runbookOf('[Call the owner]', '[Ask the customer]', 'say end'));
    expect(await made.now()).toMatchObject({ kind: 'do-by-hand', text: 'Call the owner.', position: 1, of: 3 });
    expect(await made.say({ kind: 'run' })).toMatchObject({ status: 'refused', why: 'do-by-hand takes no run' });
    expect(await made.after({ kind: 'done' }, { kind: 'skip', reason: 'asleep' })).toMatchObject({ kind: 'run-piece', code: 'say end' });
    expect(made.walk.state.steps['part-1-1']?.pieces[0]?.status).toBe('passed');
    expect(made.walk.state.steps['part-2-1']?.pieces[0]?.skipped?.reason).toBe('asleep');
  });
});

describe('judge', () => {
  const text = runbookOf('say two pods\n# Expected: all pods are Running');

  it.each([
    ['holds', 'Success', 'passed'],
    ['unsure', 'Success with 1 check unverified', 'passed'],
  ] as const)('%s', async (kind, outcome, status) => {
    const made = new TestWalk(text);
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'judge', expectation: 'all pods are Running', seen: 'two pods\n' });
    expect(await made.after({ kind })).toMatchObject({ kind: 'finished', status, outcome });
  });

  it('of what failed nothing is judged before it is known what becomes of it', async () => {
    const made = new TestWalk(runbookOf('fail 1\n# Expected: all pods are Running', 'say end'));
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'piece-failed', exitCode: 1, checks: [] });
    expect(await made.after({ kind: 'accept', reason: 'known' }, { kind: 'run' })).toMatchObject({ kind: 'finished', outcome: 'Success with 1 accepted failure, 1 check unverified' });
  });

  it('fails leads to what is to become of it', async () => {
    const made = new TestWalk(text);
    expect(await made.after({ kind: 'run' }, { kind: 'fails' })).toMatchObject({ kind: 'piece-failed', checks: [{ text: 'all pods are Running', reason: 'as the operator saw it' }], untilItHolds: false });
    expect(await made.say({ kind: 'until-it-holds' })).toMatchObject({ status: 'refused', why: expect.stringContaining('judged by eye') as string });
    expect(made.ofType('expectation').at(-1)).toMatchObject({ status: 'failed', who: 'kim' });
  });
});

describe('piece-failed', () => {
  const text = runbookOf('say 503\n# Expected: 200', 'say end');

  it('shows expected beside seen; accepted, the outcome says so', async () => {
    const made = new TestWalk(text);
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'piece-failed', checks: [{ text: '200', seen: '503' }], status: 'failed', exitCode: 0 });
    expect(await made.say({ kind: 'accept', reason: '' })).toMatchObject({ status: 'refused' });
    expect(await made.after({ kind: 'accept', reason: 'known' }, { kind: 'run' })).toMatchObject({ kind: 'finished', status: 'passed', outcome: 'Success with 1 accepted failure', counts: { passed: 1, accepted: 1 } });
    expect(made.ofType('run-finished')).toMatchObject([{ status: 'passed', counts: { accepted: 1 } }]);
  });

  it('names the values that it ran with, and the sections that are there for a run that goes otherwise', async () => {
    const made = new TestWalk('# X\n\n## Do\n\n```bash\nsay <code>\n# Expected: 200\n```\n\n```bash\nsay <other>\n# Expected: fine\n```\n\n## If it fails\n\n```bash\nsay back\n# Expected: there\n```\n');
    expect(await made.after({ kind: 'answer', value: '503' }, { kind: 'run' })).toMatchObject({ kind: 'piece-failed', values: ['code'], sections: [{ heading: 'If it fails', line: 15 }] });
    expect(await made.after({ kind: 'accept', reason: 'known' }, { kind: 'answer', value: 'bad' }, { kind: 'run' })).toMatchObject({ values: ['other'] });
    expect(await made.after({ kind: 'go-to', place: 'If it fails' }, { kind: 'run' })).toMatchObject({ kind: 'piece-failed', values: [], sections: [] });
  });

  it('names no cell of the target, which is nobody\'s answer', async () => {
    const made = new TestWalk('# Apps\n\n| App | Port |\n|---|---|\n| shop-a | 81 |\n| shop-b | 82 |\n\n## Steps\n\n```bash\nsay shop-a <port>\n# Expected: fine\n```\n');
    expect(await made.after({ kind: 'choose', choice: 'shop-b' }, { kind: 'run' })).toMatchObject({ kind: 'piece-failed', values: [] });
  });

  it('skip and stop', async () => {
    const skipped = new TestWalk(text);
    expect(await skipped.after({ kind: 'run' }, { kind: 'skip', reason: 'later' }, { kind: 'run' })).toMatchObject({ kind: 'finished', outcome: 'Success with 1 step skipped' });
    const stopped = new TestWalk(text);
    expect(await stopped.after({ kind: 'run' }, { kind: 'stop' })).toMatchObject({ kind: 'finished', status: 'failed', reason: expect.stringMatching(/^step 1 ".*": expected 200/) });
  });

  it('retry runs it again at once; until-it-holds as often as it takes', async () => {
    const made = new TestWalk('# X\n\n## Part\n\n```bash {every=1ms}\nflaky 4\n```\n');
    expect(await made.after({ kind: 'run' }, { kind: 'retry' })).toMatchObject({ kind: 'piece-failed', attempt: 2 });
    await made.say({ kind: 'until-it-holds' });
    expect(await made.ended).toMatchObject({ status: 'passed' });
    expect(made.ofType('step-started')).toHaveLength(4);
  });

  it('the pins retry and every try again without asking', async () => {
    const made = new TestWalk('# X\n\n## Part\n\n```bash {retry=3 every=1ms}\nflaky 3\n```\n');
    await made.say({ kind: 'run' });
    expect(await made.ended).toMatchObject({ status: 'passed' });
    expect(made.ofType('step-started')).toHaveLength(3);
  });
});

describe('interrupted', () => {
  async function cutOff(): Promise<TestWalk> {
    const first = new TestWalk(runbookOf('say one', 'sleep 1000', 'say three'));
    await first.after({ kind: 'run' });
    await first.say({ kind: 'run' });
    await first.runs();
    return new TestWalk(runbookOf('say one', 'sleep 1000', 'say three'), { earlier: first.events.slice() });
  }

  it('of a resumed run is asked for the piece that was running', async () => {
    const made = await cutOff();
    expect(await made.now()).toMatchObject({ kind: 'interrupted', step: 'part-2-1', code: 'sleep 1000', since: expect.stringContaining('2026-05-14') });
    expect(made.ofType('note')).toMatchObject([{ text: expect.stringMatching(/^resumed at step 2 of 3, 1 done, \d+ s so far$/) }]);
    expect(await made.after({ kind: 'ran' })).toMatchObject({ kind: 'run-piece', code: 'say three' });
    expect(made.ofType('step-finished').at(-1)).toMatchObject({ status: 'passed', who: 'kim' });
  });

  it('retry asks for it as for any piece; skip goes on', async () => {
    expect(await (await cutOff()).after({ kind: 'retry' })).toMatchObject({ kind: 'run-piece', step: 'part-2-1', attempt: 2 });
    expect(await (await cutOff()).after({ kind: 'skip', reason: 'came far enough' })).toMatchObject({ kind: 'run-piece', code: 'say three' });
  });
});

describe('record-row and finished', () => {
  it('writes the cells as they were changed', async () => {
    const made = new TestWalk(runbookOf('say one'), { row: true });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'record-row', columns: ['Date', 'Outcome'], cells: [{ open: false }, { open: true, suggestions: ['fine'] }] });
    expect(await made.say({ kind: 'write', cells: ['one'] })).toMatchObject({ status: 'refused' });
    expect(await made.say({ kind: 'go-to', place: 'part-1-1' })).toMatchObject({ status: 'refused', why: 'record-row takes no go-to' });
    expect(await made.after({ kind: 'write', cells: ['2026-05-14', 'good'] })).toMatchObject({ kind: 'finished', row: { status: 'written', complete: true } });
    expect(made.rows).toEqual([['2026-05-14', 'good']]);
    expect(await made.say({ kind: 'run' })).toMatchObject({ status: 'refused', advice: 'the walk is over' });
  });

  it('keep-none writes no row; nor does a run in which nothing ran', async () => {
    const none = new TestWalk(runbookOf('say one'), { row: true });
    expect(await none.after({ kind: 'run' }, { kind: 'keep-none' })).toMatchObject({ kind: 'finished', row: { status: 'none' } });
    const left = new TestWalk(runbookOf('say one'), { row: true });
    expect(await left.after({ kind: 'leave', then: 'abort' })).toMatchObject({ kind: 'finished', status: 'aborted', row: { status: 'none' } });
    expect([...none.rows, ...left.rows]).toEqual([]);
  });

  it('says why a run in which all was skipped has no row, where there is a table for one', async () => {
    const table = '\n## History\n\n| Date | Outcome |\n|---|---|\n';
    const said = async (text: string): Promise<string> => {
      const end = await new TestWalk(text, { row: true }).after({ kind: 'skip', reason: 'not here' });
      return end.kind === 'finished' ? end.row.said : '';
    };
    expect(await said(runbookOf('say one') + table)).toBe('no history row: no command was run');
    expect(await said(runbookOf('say one'))).toBe('');
  });
});

it('a command that is taken as it was is not changed by anybody, nor one that is changed back', async () => {
  const made = new TestWalk(runbookOf('say one'));
  expect(await made.after({ kind: 'edit', code: 'say one' })).toMatchObject({ kind: 'run-piece', code: 'say one', original: null });
  expect(await made.after({ kind: 'edit', code: 'say two' })).toMatchObject({ code: 'say two', original: 'say one' });
  expect(await made.after({ kind: 'edit', code: 'say one' })).toMatchObject({ original: null });
});
