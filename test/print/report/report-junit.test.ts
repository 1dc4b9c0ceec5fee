import { expect, test } from 'vitest';
import type { Unstamped } from '../../../src/events/index.ts';
import { reportJunit } from '../../../src/print/report/index.ts';
import { finished, stamped, START, started } from './story-of.ts';

test('a case for each piece: failed with its reason, skipped where nobody confirmed it or came to it', () => {
  const events = stamped(
    { ...START, steps: ['a', 'b', 'c', 'd'] } as Unstamped,
    started('a', { title: 'Look at <it> & "that"' }), finished('a'),
    started('b', { kind: 'manual', code: '' }), finished('b', { exitCode: null, durationMs: 0, reason: 'taken as read' }),
    started('c'), finished('c', { status: 'failed', exitCode: 3, reason: 'expected 200' }),
    { type: 'run-finished', status: 'failed', reason: 'step c', durationMs: 75_000 },
  );
  expect(reportJunit('r1', events)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Deploy &lt;app&gt;" tests="4" failures="1" errors="0">
  <testsuite name="web-1" tests="4" failures="1" errors="0" skipped="2" time="75.000">
    <testcase name="Look at &lt;it&gt; &amp; &quot;that&quot;" classname="web-1" time="1.500"/>
    <testcase name="Do b" classname="web-1" time="0.000"><skipped message="taken as read"/></testcase>
    <testcase name="Do c" classname="web-1" time="1.500"><failure message="failed in 1.5 s, exit status 3">expected 200</failure></testcase>
    <testcase name="d" classname="web-1" time="0.000"><skipped message="not reached"/></testcase>
  </testsuite>
</testsuites>
`);
});

test('what was cut off has failed', () => {
  expect(reportJunit('r1', stamped(START, started('a')))).toContain('<failure message="did not finish">not finished</failure>');
});
