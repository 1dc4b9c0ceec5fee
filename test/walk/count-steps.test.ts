import { expect, it } from 'vitest';
import { countSteps } from '../../src/walk/index.ts';
import { runbookOf, type Said, TestWalk } from './walk-of.ts';

const IN_PIECES = 'say 1\n# => 1\nsay 2\n# => 2\nsay three';

async function counted(markdown: string, ...said: readonly Said[]): Promise<ReturnType<typeof countSteps>> {
  const made = new TestWalk(markdown);
  await made.after(...said);
  return countSteps(made.walk.plan, made.walk.state);
}

it('a block in pieces is one step, which has passed when all of them have', async () => {
  const run = { kind: 'run' } as const;
  expect(await counted(runbookOf(IN_PIECES, 'say end'), run, run)).toEqual({ passed: 0, failed: 0 });
  expect(await counted(runbookOf(IN_PIECES, 'say end'), run, run, run)).toEqual({ passed: 1, failed: 0 });
  expect(await counted(runbookOf(IN_PIECES, 'say end'), run, run, run, run)).toEqual({ passed: 2, failed: 0 });
});

it('one of which a piece was skipped has not passed; what a block that ended itself left is no part of it', async () => {
  const run = { kind: 'run' } as const;
  expect(await counted(runbookOf(IN_PIECES, 'say end'), run, { kind: 'skip', reason: 'no' }, run, run)).toEqual({ passed: 1, failed: 0 });
  expect(await counted(runbookOf('say 1\nexit 0\n# => 1\nsay rest', 'say end'), run, run)).toEqual({ passed: 2, failed: 0 });
});
