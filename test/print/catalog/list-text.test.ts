import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { listText } from '../../../src/print/index.ts';

const runbook = (path: string, title: string): Parameters<typeof listText>[0][number] => ({ path, title, owner: null, lastReviewed: null, reviewAgeDays: null, steps: 3, lock: null, lastExecution: null });
const runbooks = [runbook('docs/operations/kubernetes/clusters/upgrade-nodes.md', 'How to upgrade the nodes of a cluster without downtime'), runbook('docs/db.md', 'Database')];

const lines = (width: number): readonly string[] => listText(runbooks, width).trimEnd().split('\n');
const widest = (width: number): number => Math.max(...lines(width).map((line) => stringWidth(line)));

it('the runbooks of a tree are one a line where no path has to be cut for it', () => {
  expect(widest(120)).toBeLessThanOrEqual(120);
  expect(lines(120)[1]).toMatch(/^docs\/operations\/kubernetes\/clusters\/upgrade-nodes\.md {2}How to upgrade the no… /);
});

it('and else stand one below the other, with words in the place of the header', () => {
  expect(widest(60)).toBeLessThanOrEqual(60);
  expect(lines(60)).toEqual([
    'docs/operations/kubernetes/clusters/upgrade-nodes.md',
    '  How to upgrade the nodes of a cluster without downtime',
    '  no owner · reviewed never · 3 steps · last run never',
    'docs/db.md',
    '  Database · no owner · reviewed never · 3 steps',
    '  last run never',
  ]);
});

it('nothing is cut in a pipe', () => {
  expect(listText(runbooks)).toContain('docs/operations/kubernetes/clusters/upgrade-nodes.md  How to upgrade the nodes of a cluster without downtime');
});
