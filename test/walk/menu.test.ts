import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/events/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, type Plan, planRun } from '../../src/plan/index.ts';
import { nextStop } from '../../src/walk/route.ts';
import { TestWalk } from './walk-of.ts';

const MENU = '# X\n\n## Mitigation\n\n* Restart:\n\n  ```sh\n  systemctl restart a\n  ```\n\n* Purge:\n\n  ```sh\n  rm -rf /srv/a\n  ```\n\n## Verify\n\n```sh\nsay verified\n```\n';
const HAND = '# X\n\n## Do\n\n```sh\n# 1. List\nsay list\n\n# 2. Call the people\n# of the list\n\n# 3. Stop\nstop-all\n```\n';

describe('a menu', () => {
  it('comes back until it is left, and what was chosen stays', async () => {
    const made = new TestWalk(MENU);
    expect(await made.now()).toMatchObject({ kind: 'choose-alternative', menu: true, choices: [{ label: 'Restart', chosen: false }, { label: 'Purge', chosen: false }] });
    expect(await made.after({ kind: 'choose', choice: 'Restart' })).toMatchObject({ kind: 'run-piece', step: 'mitigation-1' });
    expect(await made.after({ kind: 'skip', reason: 'not now' })).toMatchObject({ kind: 'choose-alternative', choices: [{ chosen: true }, { chosen: false }] });
    expect(await made.say({ kind: 'choose', choice: 'Restart' })).toMatchObject({ status: 'refused', why: 'that was chosen before' });
    expect(await made.after({ kind: 'choose', choice: null })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'finished', status: 'passed' });
    expect(made.ofType('section-chosen').at(-1)).toMatchObject({ choice: null, chosen: ['Restart'] });
  });

  it('runs what was chosen before it comes back, also where that is not its first option', async () => {
    const made = new TestWalk(MENU);
    expect(await made.after({ kind: 'choose', choice: 'Purge' })).toMatchObject({ kind: 'run-piece', step: 'mitigation-2' });
    expect(await made.after({ kind: 'skip', reason: 'not now' })).toMatchObject({ kind: 'choose-alternative', choices: [{ chosen: false }, { chosen: true }] });
  });

  it('says of an option that it is one of several', async () => {
    const made = new TestWalk(MENU);
    await made.now();
    const why = (): readonly string[] => made.walk.plan.steps.slice(0, 2).map(({ reason }) => reason);
    expect(why()).toEqual([expect.stringMatching(/^one of 2 options, none is chosen yet \(you can choose several\); --section /), expect.stringMatching(/^one of 2 options, none/)]);
    await made.after({ kind: 'choose', choice: 'Restart' });
    expect(why()[1]).toBe('not chosen, one of 2 options');
  });

  it('that is given whole does not come back', async () => {
    const made = new TestWalk(MENU, { request: { sections: ['Restart', 'Purge'] } });
    expect(await made.after({ kind: 'skip', reason: 'a' }, { kind: 'skip', reason: 'b' })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
  });
});

const NESTED = '# X\n\n## Mitigation\n\n### Pod issues\n\n```sh\nsystemctl restart a\n```\n\n### Node issues\n\n* Drain:\n\n  ```sh\n  kubectl drain a\n  ```\n\n* Delete:\n\n  ```sh\n  kubectl delete node a\n  ```\n\n### Disk issues\n\n```sh\nrm -rf /srv/a\n```\n\n## Verify\n\n```sh\nsay verified\n```\n';

describe('a menu within a menu', () => {
  it('is said in the option that holds it, and asked at once where that is chosen', async () => {
    const made = new TestWalk(NESTED);
    expect(await made.now()).toMatchObject({ kind: 'choose-alternative', name: 'Mitigation', choices: [{ asks: [] }, { label: 'Node issues', steps: [], asks: [{ name: 'Node issues', labels: ['Drain', 'Delete'] }] }, { asks: [] }] });
    expect(await made.after({ kind: 'choose', choice: 'Node issues' })).toMatchObject({ kind: 'choose-alternative', name: 'Node issues', choices: [{ label: 'Drain' }, { label: 'Delete' }] });
    expect(await made.after({ kind: 'choose', choice: 'Delete' })).toMatchObject({ kind: 'run-piece', code: expect.stringContaining('kubectl delete') });
    expect(await made.after({ kind: 'skip', reason: 'no' })).toMatchObject({ kind: 'choose-alternative', name: 'Node issues' });
    expect(await made.after({ kind: 'choose', choice: null })).toMatchObject({ kind: 'choose-alternative', name: 'Mitigation', choices: [{ chosen: false }, { chosen: true }, { chosen: false }] });
    expect(await made.after({ kind: 'choose', choice: 'Disk issues' })).toMatchObject({ kind: 'run-piece', code: expect.stringContaining('rm -rf') });
    expect(await made.after({ kind: 'skip', reason: 'no' }, { kind: 'choose', choice: null })).toMatchObject({ kind: 'run-piece', code: 'say verified' });
  });
});

it('of two choices with one span, one is asked', () => {
  const { plan } = planRun(parseRunbook(MENU, { path: 'x.md' }), EMPTY_REQUEST);
  const [menu] = plan.alternatives;
  const both: Plan = { ...plan, alternatives: [menu!, { ...menu!, group: { ...menu!.group, index: 1 } }], questions: [0, 1].map((group) => ({ kind: 'alternative', name: 'X', group, choices: [], span: menu!.group.span })) };
  expect(nextStop(both, initialState('x'), new Set(), true)).toEqual({ kind: 'alternative', group: 1 });
});

describe('what is done by hand in mid-block', () => {
  it('is asked for with its words, and holds what changes something after it', async () => {
    const made = new TestWalk(HAND);
    expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'do-by-hand', step: 'do-1', piece: 1, text: 'Call the people of the list' });
    expect(await made.after({ kind: 'done' })).toMatchObject({ kind: 'run-piece', piece: 2 });
    expect(made.ofType('doubt-settled')).toMatchObject([{ piece: 2, doubt: 'gate', answer: 'passed', reason: 'done by hand', who: 'kim' }]);
    expect(made.ofType('step-finished').map(({ piece, status }) => [piece, status])).toEqual([[0, 'passed'], [1, 'passed']]);
  });

  it('can be left out with a reason', async () => {
    const made = new TestWalk(HAND);
    expect(await made.after({ kind: 'run' }, { kind: 'skip', reason: 'nobody there' })).toMatchObject({ kind: 'settle-doubt', piece: 2 });
  });
});
