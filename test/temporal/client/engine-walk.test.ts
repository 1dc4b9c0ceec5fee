import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../../src/plan/index.ts';
import { EngineWalk } from '../../../src/temporal/client/engine-walk.ts';
import type { Remote } from '../../../src/temporal/client/remote.ts';
import { runbookOf, TestWalk } from '../../walk/walk-of.ts';

it('what came too late, and an engine that goes away and comes back, is told to whoever follows the run', async () => {
  const { plan } = planRun(parseRunbook(runbookOf('say 1'), { path: 'r.md' }), EMPTY_REQUEST);
  const prompt = await new TestWalk(runbookOf('say 1')).now();
  let asked = 0;
  const remote: Pick<Remote, 'snapshot' | 'reply'> = {
    snapshot: async () => {
      if (++asked === 2) throw Object.assign(new Error('no poller'), { name: 'Error' });
      return { id: 'run', next: 0, total: 0, events: [], request: EMPTY_REQUEST, prompt, was: null, running: null, claim: null };
    },
    reply: async () => ({ status: 'refused', why: 'something else is asked by now', advice: '' }),
  };
  const walk = new EngineWalk({
    join: async (_, tell) => {
      tell('joined');
      return { remote: remote as Remote, plan, row: null };
    },
    plan,
    who: { operator: 'kim', login: 'kim@host' },
    joins: '',
  });
  const told: string[] = [];
  const enough = new Promise<void>((done) => {
    walk.subscribe((change) => {
      if (change.kind === 'prompt' && change.prompt === prompt) walk.reply({ kind: 'skip', to: prompt.id, reason: 'not now' });
      if (change.kind === 'told') told.push(change.text);
      if (told.length === 4) done();
    });
  });
  const ended = walk.begin();
  await enough;
  walk.end('enough');
  expect(told.toSorted()).toEqual(['joined', 'the engine answers again', 'the engine does not answer now: no poller; the run is kept, and goes on here when it does', 'your answer "skip" was not taken: something else is asked by now']);
  expect((await ended).status).toBe('left');
  expect(walk.state.id).toBe('run');
});
