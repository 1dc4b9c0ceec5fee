import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { listText } from '../../src/print/index.ts';

const runbook = (path: string, title: string): Parameters<typeof listText>[0][number] => ({ path, title, owner: null, lastReviewed: null, reviewAgeDays: null, steps: 3, lock: null, lastExecution: null });
const runbooks = [runbook('docs/operations/kubernetes/clusters/upgrade-nodes.md', 'How to upgrade the nodes of a cluster without downtime'), runbook('docs/db.md', 'Database')];

it('the runbooks of a tree fit the terminal, and the end of a path stays', () => {
  const lines = listText(runbooks, 80).trimEnd().split('\n');
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  expect(lines[1]).toMatch(/^…\/.*upgrade-nodes\.md {2,}How to upgrade the no…/);
  expect(lines[2]).toMatch(/^docs\/db\.md {2,}Database/);
});

it('nothing is cut in a pipe', () => {
  expect(listText(runbooks)).toContain('docs/operations/kubernetes/clusters/upgrade-nodes.md  How to upgrade the nodes of a cluster without downtime');
});
