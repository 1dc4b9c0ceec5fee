import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun, unchosenSections, type PlanRequest } from '../../../src/plan/index.ts';

const runbook = parseRunbook('# X\n\n## Take it out\n\n### Option A: it answers\n\n```sh\nuptime\n```\n\n### Option B: it is dead\n\nSwitch it off.\n\n#### In the console\n\nPress the button.\n\n## Look\n\n```sh\ndate\n```\n', { path: 'x.md' });
const unchosen = (request: Partial<PlanRequest>): readonly (readonly [string, string])[] =>
  [...unchosenSections(planRun(runbook, { ...EMPTY_REQUEST, ...request }).plan)].map(([index, why]) => [runbook.sections[index]!.heading, why]);

it('an alternative of words alone is out once another is chosen, with what stands in it', () => {
  expect(unchosen({})).toEqual([]);
  const why = '"Option A: it answers" (line 5) is chosen instead';
  expect(unchosen({ sections: ['Option A: it answers'] })).toEqual([['Option B: it is dead', why], ['In the console', why]]);
});

it('the others are out once it is chosen, and all of them where none was wanted', () => {
  expect(unchosen({ sections: ['Option B: it is dead'] })).toEqual([['Option A: it answers', '"Option B: it is dead" (line 11) is chosen instead']]);
  expect(unchosen({ declined: [0] }).map(([heading]) => heading)).toEqual(['Option A: it answers', 'Option B: it is dead', 'In the console']);
});
