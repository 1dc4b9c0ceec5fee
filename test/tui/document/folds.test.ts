import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, type Plan, planRun } from '../../../src/plan/index.ts';
import { foldsOf } from '../../../src/tui/document/folds.ts';

const runbook = parseRunbook('# X\n\n## Take it out\n\n### Option A: it answers\n\n```sh\nuptime\n```\n\n### Option B: it is dead\n\nSwitch it off.\n\n## Look\n\n```sh\ndate\n```\n', { path: 'x.md' });
const folded = (plan: Plan, toggled: readonly number[] = []): readonly string[] => [...foldsOf(plan, new Set(toggled))].map(([index]) => runbook.sections[index]!.heading);

it('an alternative of words alone is folded once another is chosen, and can be opened', () => {
  const { plan } = planRun(runbook, { ...EMPTY_REQUEST, sections: ['Option A: it answers'] });
  expect(folded(plan)).toEqual(['Option B: it is dead']);
  const [[index, fold] = []] = foldsOf(plan, new Set());
  expect(fold).toEqual({ by: index, reason: '"Option A: it answers" (line 5) is chosen instead' });
  expect(folded(plan, [index!])).toEqual([]);
});

it('it stays open where it is chosen, and where nothing is chosen yet as soon as the choice is open', () => {
  expect(folded(planRun(runbook, { ...EMPTY_REQUEST, sections: ['Option B: it is dead'] }).plan)).toEqual(['Option A: it answers']);
});
