import { expect, test } from 'vitest';
import { reportMarkdown } from '../../../src/print/report/index.ts';
import { at, FAILED } from './told-runs.ts';
import { finished, outputIn, stamped, START, started, type Told } from './story-of.ts';

/** The report of a run whose events came a second apart. */
function report(...events: readonly Told[]): string {
  const all = stamped(...events);
  return [...reportMarkdown('r1', all, outputIn(all))].join('');
}

/** The rows of the timeline, without their times. */
const rows = (text: string): string[] => (/## Timeline\n([^]*?)\n## /.exec(text)?.[1] ?? '').split('\n').filter((line) => /^\| \d/.test(line)).map((line) => line.replace(/^\| [\d: -]+ \| /, '').replace(/ \|$/, ''));

test('begins with how it went, on what, by whom, when and against which budget', () => {
  const text = report(START, { type: 'parameter-set', name: 'tag', value: 'v84', source: 'set', secret: false }, started('a'), finished('a'), { type: 'run-finished', status: 'failed', reason: 'step 1 "Do a": expected 200', durationMs: 75_000 }, { type: 'history-recorded', row: '| x |', status: 'kept' });
  expect(text.slice(0, text.indexOf('## Timeline'))).toBe(`# Run report: Deploy \\<app>

**Outcome:** Failed

It failed: step 1 "Do a": expected 200.

- **Target:** web-1
- **Operator:** kim, step by step, from jump
- **Started:** 2026-11-23 03:00:00 UTC
- **Finished:** 2026-11-23 03:00:04 UTC
- **Took:** 1 min 15 s, 15 s over the budget of 1 min
- **Runbook:** \`/ops/deploy.md\`
- **Run:** \`r1\`, its history row is kept and not yet written

`);
});

test('a run of which nothing ran says that, and nothing of a history table that the runbook may not have', () => {
  const text = report(START, { type: 'step-skipped', step: 'a', piece: null, title: 'Do a', reason: 'not here', by: 'operator', who: 'kim' }, { type: 'run-finished', status: 'passed', reason: '', durationMs: 1000, row: 'none' });
  expect(text).toContain('- **Run:** `r1`, no command was run\n');
});

test('a step whose doubt was settled before it was skipped is called by its title', () => {
  const text = report(START, { type: 'doubt-settled', step: 'a', piece: 0, doubt: 'conditional', text: 'If it fails', answer: 'skip', by: 'operator', who: 'kim', reason: 'it held' }, { type: 'step-skipped', step: 'a', piece: 0, title: 'Flush again', reason: 'it held', by: 'operator', who: 'kim' });
  expect(text).toContain('"Flush again" was skipped by kim: it held.');
  expect(text).toContain('Settled: Flush again');
});

test('a step that nobody confirmed is not said to have passed', () => {
  const text = report(START, started('a', { kind: 'manual', code: '' }), finished('a', { exitCode: null, durationMs: 0, reason: 'taken as read' }), started('b', { kind: 'manual', code: '' }), finished('b', { exitCode: null, durationMs: 0 }));
  expect(rows(text).slice(1)).toEqual(['Do a |  | taken as read', 'Do b |  | done by hand']);
  expect(text).toContain('- **Manual steps:** 1 taken as read: nobody confirmed them\n');
  expect(text).toContain('### Do a\n\ntaken as read\n\n03:00:01: taken as read\n\n### Do b\n\ndone by hand\n');
});

test.each([
  ['passed', {}, {}, 'passed in 1.5 s'],
  ['failed with a status', {}, { status: 'failed', exitCode: 3 }, 'failed in 1.5 s, exit status 3'],
  ['was killed', {}, { status: 'failed', exitCode: null, signal: 'SIGKILL' }, 'failed in 1.5 s, ended by SIGKILL'],
  ['was accepted', {}, { status: 'failed', exitCode: 1, accepted: 'known' }, 'failed in 1.5 s, exit status 1; accepted: known'],
  ['ran out of time', {}, { status: 'timed-out', exitCode: null, signal: 'SIGINT' }, 'ran out of time after 1.5 s'],
  ['was watched', { follow: true }, { status: 'stopped', exitCode: null, signal: 'SIGINT' }, 'watched for 1.5 s'],
  ['was in the background', { background: true }, { status: 'stopped', exitCode: null }, 'ended with the run after 1.5 s'],
])('says how a step that %s ended', (_, start, end, result) => {
  expect(rows(report(START, started('a', start), finished('a', end)))[1]).toBe(`Do a | \`run a\` | ${result}`);
});

test('a step that was running when the program died did not finish', () => {
  const text = report(START, started('a'));
  expect(rows(text)[1]).toBe('Do a | `run a` | did not finish');
  expect(text).toContain('**Outcome:** Not finished\n\nIt has no end yet; "Do a" was begun and nothing says how it ended.\n');
});

test('a check is told once, with the last word on it', () => {
  const check = { type: 'expectation', step: 'a', piece: 0, attempt: 1, index: 0, text: 'a `quick` answer', kind: 'judgement', seen: '' } as const;
  const text = report(START, started('a'), { ...check, status: 'unverified', reason: 'only a person can judge it' }, finished('a'), { ...check, status: 'held', reason: 'kim says so' });
  expect(text.match(/^- held.*|^- unverified.*/gm)).toEqual(['- held: expected a \\`quick\\` answer']);
  expect(text).toContain('- **Checks:** 1 held\n');
  expect(rows(text)[1]).toBe('Do a | `run a` | passed in 1.5 s; 1 check held');
});

test('who went on, and on which day, is in the timeline', () => {
  const text = report(START, { ...START, operator: 'lee', resumed: true, on: '2026-11-24' } as Told);
  expect(text).toContain('| 2026-11-23 03:00:00 | Run started by kim |  |  |\n| 2026-11-24 03:00:01 | Run resumed by lee |');
  expect(text).toContain('- **Operator:** kim, lee, step by step');
});

test('a clock that was set back between two sittings is no negative time', () => {
  expect(report(START, { ...START, operator: 'lee', resumed: true, on: '2026-11-22' } as Told)).toContain('taken up again an unknown time later by lee');
});

test('no text of the run breaks the Markdown', () => {
  const text = report(START, started('a', { title: 'Find `x|y` *now*', code: '# a title\necho `date` | wc\necho 2' }), { type: 'output', step: 'a', piece: 0, attempt: 1, stream: 'stdout', text: '```\n\u001b[31mred\u001b[0m\n10%\r100%\n' }, finished('a'), { type: 'note', level: 'operator', text: 'one\ntwo | three' }, { type: 'step-skipped', step: 'b', piece: null, reason: 'not needed', by: 'operator', title: 'B' });
  expect(rows(text).slice(1)).toEqual(['Find \\`x\\|y\\` \\*now\\* | ``echo `date` \\| wc`` and 1 more | passed in 1.5 s', 'Note: one<br>two \\| three |  | ', 'B |  | skipped: not needed']);
  expect(text).toContain('````text\n```\nred\n100%\n````');
});

test('of much output the end is shown, and of long lines the beginning', () => {
  const lines = Array.from({ length: 50 }, (_, i) => `line ${i}`);
  const text = report(START, started('a'), { type: 'output', step: 'a', piece: 0, attempt: 1, stream: 'stdout', text: `${lines.join('\n')}\n${'x'.repeat(1000)}\n` }, finished('a'));
  expect(text).toContain(`The last 20 lines of its output:\n\n\`\`\`text\nline 31\n`);
  expect(text).toContain(`${'x'.repeat(400)}…\n`);
});

test('what the operator changed stands beside what the runbook says', () => {
  const text = report(START, started('a', { original: 'run all' }), finished('a'));
  expect(text).toContain('```bash\nrun a\n```\n\nThe operator changed it. The runbook says:\n\n```bash\nrun all\n```\n\n(no output)\n');
});

test('tells who chose, settled, confirmed, judged and accepted what', () => {
  const check = { type: 'expectation', step: 'a', piece: 0, attempt: 1, index: 0, text: 'all calm', kind: 'judgement', reason: '', seen: '' } as const;
  const text = report(
    START,
    { type: 'section-chosen', name: 'Mitigation', choice: 'Option B', sections: ['Option B'], declined: [], steps: ['a'], who: 'kim' },
    { type: 'doubt-settled', step: 'a', piece: 0, doubt: 'gate', text: 'stop here', answer: 'passed', by: 'operator', who: 'kim', reason: 'it is down' },
    { type: 'confirmed', step: 'a', piece: 0, attempt: 1, effect: 'destroys', word: 'web-1', why: 'rm destroys or overwrites', by: 'operator', who: 'kim' },
    started('a'),
    { ...check, status: 'unverified' },
    finished('a'),
    { ...check, status: 'held', who: 'kim' },
    { ...check, text: '200', index: 1, status: 'failed', accepted: 'known', who: 'ana' },
    { type: 'parameter-set', name: 'tag', value: 'v85', source: 'answer', secret: false, who: 'kim', was: 'v84' },
    { type: 'run-finished', status: 'passed', reason: '', durationMs: 5, counts: { passed: 1, failed: 0, accepted: 1, skipped: 0, unverified: 0 } },
  );
  expect(rows(text).filter((row) => !row.startsWith('Do a'))).toEqual([
    'Run started by kim |  | ',
    'Chosen: Mitigation |  | Option B, by kim',
    'Settled: Do a |  | gate "stop here": passed, it is down, by kim',
    'Confirmed: Do a |  | web-1, by kim: rm destroys or overwrites',
    'Judged by eye |  | all calm: held, by kim',
    'Accepted |  | 200: known, by ana',
    expect.stringMatching(/^Run finished \|/),
  ]);
  expect(text).toContain('**Outcome:** Success with 1 accepted failure\n\nThe check "200" failed and was accepted by ana: known.\n\nJudged by eye by kim: "all calm" held.\n');
  expect(text).toContain('## Values\n\n- `tag` = `v85` (answer of kim, was `v84`)\n');
  expect(text).toContain('- held: expected all calm; judged by eye by kim\n- failed: expected 200; accepted by ana: known\n');
});

test('tells first what ran of a way that was given up, and what passed after it was accepted', () => {
  const chosen = (choice: string, step: string): Told => ({ type: 'section-chosen', name: 'Mitigation', choice, sections: [choice], declined: [], steps: [step], who: 'kim' });
  const text = report(
    START, chosen('Option A', 'a'), started('a'), finished('a'), chosen('Option B', 'b'), started('b'), finished('b', { status: 'failed', exitCode: 1, accepted: 'known', who: 'kim' }), started('b', { attempt: 2 }), finished('b', { attempt: 2 }),
    { type: 'run-finished', status: 'passed', reason: '', durationMs: 5 },
  );
  expect(text).toContain('\n\nRan before another way was chosen: "Do a".\n\n"Do b" failed and was accepted by kim: known; attempt 2 passed.\n\n');
});

test('has the parts of the page, in its order', () => {
  const all = at('r1', [...FAILED, [500, { type: 'message-sent', to: 'ops', text: 'it does not go down', of: 'template', status: 'sent' }]]);
  const text = [...reportMarkdown('r1', all, outputIn(all), new Map([['tell-them', 'Tell the channel']]))].join('');
  expect(text.match(/^##+ .*/gm)).toEqual(['## Confirmed', '## Timeline', '## Values', '## Steps', '### 1. Page the owning team', '### 2. Look at the queue', '### 3. Drain what is older than ten minutes', '### 4. Restart the consumers', '### 5. The queue goes down', '## Steps that were not reached', '## Other events', '## Messages', '## History row']);
  expect(text).toContain('- **Approved by:** ana, as a second person\n');
  expect(text).toContain('| 03:07:10 | 4. Restart the consumers | ana, approved as a second person, as told, not proven |');
  expect(text).toContain('\n- 6. Tell the channel\n');
  expect(text).toContain('03:12:20: message to ops, sent\n\n```text\nit does not go down\n```\n');
  expect(text).toContain('- failed: expected below 1000, seen 48302 (not found in the output)\n');
});
