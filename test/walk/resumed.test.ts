import { expect, it } from 'vitest';
import { foldAll } from '../../src/events/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { resumedWords, saysResumed } from '../../src/walk/index.ts';
import { attempt } from '../tui/scenes.ts';
import { runbookOf, TestWalk } from './walk-of.ts';

const { plan } = planRun(parseRunbook('# R\n\n## One\n\n```sh\necho one\n```\n\n## Two\n\n```sh\necho two\n```\n', { path: 'r.md' }), EMPTY_REQUEST);

it('says where a run goes on: the first step that is not done, and how many are', () => {
  expect(resumedWords(plan, foldAll('x', attempt('one-1')))).toMatch(/^resumed at step 2 of 2, 1 done, \d+ s so far$/);
  expect(resumedWords(plan, foldAll('x', [...attempt('one-1'), ...attempt('two-1')]))).toMatch(/^resumed at its end, 2 done/);
  expect(resumedWords(plan, foldAll('x', [{ type: 'step-skipped', run: 'x', time: '2026-11-29T03:00:00Z', step: 'one-1', piece: null, reason: 'not today', by: 'operator' }]))).toMatch(/^resumed at step 2 of 2, 0 done, 1 skipped, \d+ s so far$/);
  expect(saysResumed(resumedWords(plan, foldAll('x', [])))).toBe(true);
  expect(saysResumed('dynos look slow')).toBe(false);
});

it('a run that is left says so, so that the time until then counts', async () => {
  const made = new TestWalk(runbookOf('say one', 'say two'));
  await made.after({ kind: 'run' }, { kind: 'leave', then: 'resume' });
  expect(made.events.at(-1)).toMatchObject({ type: 'note', level: 'info', text: 'left, to be resumed' });
  expect(saysResumed('left, to be resumed')).toBe(true);
});
