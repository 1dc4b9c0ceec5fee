import { expect, it } from 'vitest';
import { Screen } from '../../../src/tui/components/screen.tsx';
import { frame } from '../frame.tsx';
import { attempt, planOf, scene, stepId } from '../scenes.ts';
import type { SceneParts } from '../scenes.ts';

/** The briefing as one text, folds and frames taken out. */
function told(columns: number, rows: number, parts: SceneParts): string {
  return frame(<Screen scene={scene({ columns, rows, ...parts, ui: { phase: 'briefing' } })} />, columns).replace(/[│╭╮╰╯─]+/g, ' ').replace(/\s+/g, ' ');
}

const SWALLOWED = planOf('# X\n\n## One\n\n```sh\necho one```\n\n## Two\n\n```sh\necho two\n```\n', undefined);

it.each([[80, 24], [120, 40], [50, 15], [40, 12]])('at %ix%i says that a fence swallowed what stands below it, and counts one step as one', (columns, rows) => {
  const text = told(columns, rows, { plan: SWALLOWED });
  expect(text).toContain('not read as meant, line 6: ``` at the end of a line of code does not close the block; what follows became code up to the next ```');
  expect(text).toMatch(/ 1 step · 1 to run/);
});

it.each([[80, 24], [40, 12]])('at %ix%i a run that was left says where it goes on', (columns, rows) => {
  const text = told(columns, rows, { resumed: 'resumed at step 2 of 3, 1 done, 3 min so far' });
  expect(text).toMatch(/resumed at step 2 of 3, 1 done, 3 min so far 3 steps/);
  expect(text).toContain('Enter resume');
  expect(text).not.toContain('Enter start');
});

it('a run that was left counts what is still to be done', () => {
  const plan = planOf('# X\n\n## Steps\n\n```sh\nrm -rf /srv/a\n```\n\n```sh\necho two\n```\n\n```sh\nrm -rf /srv/b\n```\n', undefined);
  expect(told(100, 24, { plan })).toMatch(/3 steps · 3 to run · 2 destroy/);
  expect(told(100, 24, { plan, events: attempt(stepId(plan, 0)), resumed: 'resumed at step 2 of 3, 1 done, 3 min so far' })).toMatch(/3 steps · 2 to run · 1 destroys/);
});
