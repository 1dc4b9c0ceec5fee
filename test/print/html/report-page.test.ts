import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/events/index.ts';
import { reportPage } from '../../../src/print/html/index.ts';
import { finished, outputIn, stamped, START, started, type Told } from '../report/story-of.ts';
import { ABORTED, at, FAILED, manySteps, RESUMED } from '../report/told-runs.ts';

function page(events: readonly RunEvent[], titles?: ReadonlyMap<string, string>): string {
  return [...reportPage('r1', events, outputIn(events), titles)].join('');
}

/** The text of a page, tags gone and blanks folded. */
function text(markup: string): string {
  return markup.replace(/<style>[^]*?<\/style>/, '').replace(/<title>[^]*?<\/title>/, ' ').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/&quot;/g, '"').replace(/&#39;/g, "'");
}

test('nothing may run in it, and only its own style applies', () => {
  const markup = page(at('r1', FAILED));
  const style = /<style>([^]*?)<\/style>/.exec(markup)?.[1] ?? '';
  expect(markup).toContain(`style-src &#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;; script-src &#39;none&#39;`);
  expect(markup).toContain('default-src &#39;none&#39;');
  expect(markup).not.toMatch(/<script|\sstyle=|\son\w+=|https?:\/\/|<link|<img|@import|url\(/);
});

test('text of a stranger is text', () => {
  const evil = '</style></title><script>alert(1)</script>"\'<img src=x onerror=y>';
  const markup = page(stamped({ ...START, title: evil, target: evil } as typeof START, started('a', { title: evil, code: evil }), { type: 'output', step: 'a', piece: 0, attempt: 1, stream: 'stdout', text: evil }, finished('a', { reason: evil }), { type: 'note', text: evil, level: 'operator' }));
  expect(markup).not.toMatch(/<script|<img/);
  expect(markup.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(4);
});

test('a failed run tells what failed, what was accepted and why, and what was not reached', () => {
  const said = text(page(at('r1', FAILED), new Map([['tell-them', 'Tell the channel']])));
  expect(said).toContain('✕ Failed with 1 accepted failure It failed: step 5 "The queue goes down": expected below 1000. It saw "48302". It was tried 2 times. "Restart the consumers" failed and was accepted by kim: consumer 3 is out for repair since Friday. Judged by eye by kim: "depth over 10000" held. 2 steps that destroy');
  expect(said).toContain('Not reached: "Tell the channel".');
  expect(said).toContain('Not reached 6. Tell the channel');
  expect(page(at('r1', FAILED))).toContain('<a href="#step-verify">To the step that failed</a>');
  expect(said).toContain('failed in 31 s, exit status 4; accepted: consumer 3 is out for repair since Friday (kim)');
  expect(said).toContain('The operator changed it. The runbook says: queuectl consumers restart');
  expect(said).toContain('✕ failed below 1000 48302 not found in the output');
  expect(said).toContain('held, judged by eye by kim');
  expect(said).toContain('7 min 10 s, within the budget of 10 min');
});

test('an aborted run tells by whom, after what, and who skipped what', () => {
  const said = text(page(at('r1', ABORTED)));
  expect(said).toContain('■ Aborted with 1 step skipped It was aborted: stopped by the operator, after "Drain what is older than ten minutes" (passed). Judged by eye by kim: "depth over 10000" held. "Restart the consumers" was skipped by kim: the platform team restarts them.');
  expect(said).toContain('Skipped by kim: the platform team restarts them');
  expect(said).toContain('its history row is kept and not yet written');
});

test('a resumed run tells who went on and when; nobody at work takes no room', () => {
  const markup = page(at('r1', RESUMED));
  expect(text(markup)).toContain('It was left while "Restart the consumers" ran and taken up again 9 h 57 min later by lee.');
  expect(text(markup)).toContain('left for 9 h 57 min');
  expect(text(markup)).toContain('Attempt 1: did not finish');
  // The budget of ten minutes is still on the axis: the night between is not.
  expect(markup).toMatch(/<line class="budget" x1="98\.04%"/);
});

test('of long output the end is shown and the rest is a click away, of a flood with what is left out', () => {
  const lines = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n');
  const events = stamped(START, started('a'), { type: 'output', step: 'a', piece: 0, attempt: 1, stream: 'stdout', text: lines }, finished('a'));
  expect(page(events)).toContain('<summary>20 earlier lines</summary><pre class="out">line 0\n');
  expect(page(events)).toMatch(/<\/details><pre class="out">line 20\n/);
  const flood = stamped(START, started('a'), { type: 'output', step: 'a', piece: 0, attempt: 1, stream: 'stdout', text: `first\n${'x'.repeat(3_000_000)}\nlast\n` }, finished('a'));
  expect(page(flood)).toContain('1.0 MB are left out here; all of it is in <code>/runs/out.log</code>');
});

test('each step has a place of its own, and a step that destroys says so', () => {
  const markup = page(at('r1', FAILED));
  expect(markup).toContain('<article class="card step destroys" id="step-drain"');
  expect(markup).toContain('<a href="#step-drain">');
  expect(text(markup)).toContain('destroys (purge)');
});

test('a run of many steps has one row of bars', () => {
  const markup = page(at('r1', manySteps(80)));
  expect(markup.match(/<rect class="ran/g)?.length).toBe(81);
  expect(markup).toContain('aria-label="80 steps, one after the other"');
});

test('a run that began and did nothing is a page as well', () => {
  expect(text(page(stamped(START)))).toContain('No step was reached.');
});

test('who confirmed and who approved which attempt stands at the top', () => {
  const confirmed = { type: 'confirmed', step: 'a', piece: 1, attempt: 2, effect: 'destroys', why: 'rm destroys' } as const;
  const markup = page(stamped({ ...START, steps: ['a'] } as typeof START, { ...confirmed, by: 'approver', who: 'ana', word: 'from a login of their own' }, { ...confirmed, by: 'client', who: 'Desk', word: 'yes' }, started('a', { piece: 1, attempt: 2 }), finished('a', { piece: 1, attempt: 2 })));
  const said = text(markup);
  expect(said).toContain('Approved by ana, as a second person');
  expect(said).toContain('Confirmed and approved Time (UTC) Step By Why it was asked 03:00:01 1.2. Do a, attempt 2 ana , approved as a second person, from a login of their own rm destroys 03:00:02 1.2. Do a, attempt 2 Desk , confirmed in this program, with yes rm destroys');
  expect(said.indexOf('Confirmed and approved')).toBeLessThan(said.indexOf('Timeline'));
});

test('a run that went on another day tells the days', () => {
  const said = text(page(stamped(START, started('a'), { ...START, resumed: true, on: '2026-11-24' } as Told, { ...started('a', { attempt: 2 }), on: '2026-11-24' } as Told)));
  expect(said).toContain('2026-11-23 03:00:01 Attempt 1: did not finish');
  expect(said).toContain('2026-11-24 03:00:03 Attempt 2: did not finish');
});

test('what left the machine stands whole in a part of its own', () => {
  const said = text(page(stamped(START, { type: 'message-sent', to: 'ops', text: 'one\ntwo', of: 'template', status: 'failed', reason: 'the answer was 500' })));
  expect(said).toContain('Messages Time (UTC) Message 03:00:01 Message to ops , not sent: the answer was 500 one two');
});

test('pieces that passed are counted as pieces, with the steps that they are of', () => {
  const ran = (step: string, piece = 0): readonly Told[] => [started(step, { piece }), finished(step, { piece })] as readonly Told[];
  const end: Told = { type: 'run-finished', status: 'passed', reason: '', durationMs: 4000, counts: { passed: 3, failed: 0, accepted: 0, skipped: 0, unverified: 0 } };
  expect(text(page(stamped(START, ...ran('a'), ...ran('a', 1), ...ran('b'), end)))).toContain('pieces passed, of 2 steps 3 failed 0');
  expect(text(page(stamped(START, ...ran('a'), ...ran('b'), { ...end, counts: { ...end.counts!, passed: 2 } })))).toContain('passed 2 failed 0');
});

test('steps that nobody confirmed are not among those that passed, and the legend explains what is drawn alone', () => {
  const by = (step: string, reason: object): readonly Told[] => [started(step, { kind: 'manual', code: '' }), finished(step, { exitCode: null, durationMs: 0, ...reason })] as readonly Told[];
  const said = text(page(stamped(START, ...by('a', { reason: 'taken as read' }), ...by('b', {}), { type: 'run-finished', status: 'passed', reason: '', durationMs: 4000, counts: { passed: 2, failed: 0, accepted: 0, skipped: 0, unverified: 0 } })));
  expect(said).toContain('passed 1 taken as read 1 failed 0');
  expect(said).toMatch(/by hand the budget of 1 min is far off/);
  expect(said).not.toMatch(/check held|accepted, stopped/);
});
