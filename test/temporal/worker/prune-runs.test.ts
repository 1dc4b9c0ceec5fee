import { existsSync, utimesSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pruneWorkerRuns } from '../../../src/temporal/worker/prune-runs.ts';
import { workspace } from '../../e2e/helpers/index.ts';

const LINE = (event: object): string => `${JSON.stringify({ time: '2026-01-01T00:00:00.000Z', run: 'r', ...event })}\n`;
const ENDED = LINE({ type: 'run-finished', status: 'passed', reason: '', durationMs: 1, row: 'none' });

it('what ended long ago goes; what is open, or ended lately, stays', () => {
  const journal = (name: string): string => `${name}/runs/20260101-000000000-aaaa/events.ndjson`;
  const folder = workspace({ [journal('old')]: ENDED, [journal('open')]: LINE({ type: 'note', level: 'info', text: 'x' }), [journal('new')]: ENDED, 'unbegun/drill.md': '# D\n', 'worker.lock': '' });
  for (const name of ['old', 'open']) utimesSync(folder.at(journal(name)), new Date('2026-01-01'), new Date('2026-01-01'));
  pruneWorkerRuns(folder.path, new Date());
  expect(['old', 'open', 'new', 'unbegun', 'worker.lock'].map((name) => existsSync(folder.at(name)))).toEqual([false, true, true, true, true]);
});
