import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_REQUEST } from '../../../src/plan/index.ts';
import { WorkerRuns } from '../../../src/temporal/worker/worker-runs.ts';
import { cleanEnvironment, workspace, type Workspace } from '../../e2e/helpers/index.ts';

const { environment: _environment, ...request } = EMPTY_REQUEST;
const JOB = { id: '20260101-000000000-aaaa', path: 'drill.md', request, starter: { operator: 'mira', login: 'mira@here' }, pipefail: false, timeoutMs: null, version: 'test' };
const WATCH = { beat: () => undefined, stopped: new Promise<never>(() => undefined) };

function worker(folder: Workspace): WorkerRuns {
  return new WorkerRuns({ folder: folder.at('state'), cwd: folder.path, env: cleanEnvironment(), queue: 'q@here' });
}

it('what a piece wrote is told whole, in portions; of what it does not have it says where it is not', async () => {
  const folder = workspace();
  const runs = worker(folder);
  runs.open({ ...JOB, text: '# Drill\n\n## Steps\n\n```bash\nseq 100000\n```\n' });
  const done = await runs.piece({ ...JOB, step: 'steps-1', piece: 0, attempt: 1, code: null }, WATCH);
  const [note, output] = done.events;
  expect([done.result.outcome, note?.type, output]).toMatchObject(['passed', 'note', { type: 'output', at: 588_895 - 8_000, bytes: 8_000 }]);
  let whole = '';
  for (let from: number | null = 0; from !== null; ) {
    const part = await runs.output({ outputOf: JOB.id, step: 'steps-1', piece: 0, attempt: 1, from });
    if (part.kind === 'none') throw new Error('it has none');
    expect(part.text.length).toBeLessThanOrEqual(250_000);
    whole += part.text;
    from = part.next;
  }
  expect(whole).toBe(`${Array.from({ length: 100_000 }, (_, index) => index + 1).join('\n')}\n`);
  expect(await runs.output({ outputOf: JOB.id, step: 'steps-1', piece: 0, attempt: 2, from: 0 })).toMatchObject({ kind: 'none' });
  expect(await runs.output({ outputOf: '../../etc', step: 'steps-1', piece: 0, attempt: 1, from: 0 })).toMatchObject({ kind: 'none' });
});

it('one that died before its journal began has done nothing: the run goes on', async () => {
  const folder = workspace();
  const runs = worker(folder);
  runs.open({ ...JOB, text: '# Drill\n\n## Steps\n\n```bash\necho ran >> ran\n```\n' });
  mkdirSync(join(folder.at('state'), JOB.id, 'runs', '20260101-000000000-bbbb'), { recursive: true });
  expect((await runs.piece({ ...JOB, step: 'steps-1', piece: 0, attempt: 1, code: null }, WATCH)).result.outcome).toBe('passed');
  expect(readFileSync(folder.at('ran'), 'utf8')).toBe('ran\n');
});

it('takes from whoever began the run whether a pipeline fails with any of its commands', async () => {
  const folder = workspace();
  const runs = worker(folder);
  runs.open({ ...JOB, text: '# Drill\n\n## Steps\n\n```bash\nfalse | cat\n```\n' });
  expect((await runs.piece({ ...JOB, pipefail: true, step: 'steps-1', piece: 0, attempt: 1, code: null }, WATCH)).result.outcome).toBe('failed');
});

it('a piece whose task or answer was lost on the way runs once, and one that never came runs when it is asked for', async () => {
  const folder = workspace();
  const runs = worker(folder);
  runs.open({ ...JOB, text: '# Drill\n\n## Steps\n\n```bash\necho one >> ran\n```\n\nThen:\n\n```bash\necho two >> ran\n```\n' });
  const first = { ...JOB, step: 'steps-1', piece: 0, attempt: 1, code: null };
  const second = { ...first, step: 'steps-2' };
  const done = await Promise.all([runs.piece(first, WATCH), runs.again(first, WATCH), runs.piece(first, WATCH)]);
  expect(new Set(done).size).toBe(1);
  expect((await runs.again(second, WATCH))?.result.outcome).toBe('passed');
  expect((await runs.again({ ...second, attempt: 2 }, WATCH))?.result.outcome).toBe('passed');
  expect(folder.read('ran')).toBe('one\ntwo\ntwo\n');
  const end = { ...JOB, status: 'passed', reason: '', counts: null } as const;
  expect(await runs.end(end)).toBe(await runs.end(end));
  // Another worker of this place, which has only what this one left on disk.
  expect(await worker(folder).again({ ...second, attempt: 2 }, WATCH)).toBeNull();
  expect(folder.read('ran')).toBe('one\ntwo\ntwo\n');
});

it.each(['', '\ufeff'])('runs the file of its own checkout where that has the same text, a byte order mark (%j) or not', async (mark) => {
  const text = `${mark}# Drill\n\n## Steps\n\n<!-- runbook: cwd=sub -->\n\n\`\`\`bash\npwd > place\n\`\`\`\n`;
  const folder = workspace({ 'drill.md': text, 'sub/.keep': '' });
  const runs = worker(folder);
  runs.open({ ...JOB, text });
  expect((await runs.piece({ ...JOB, step: 'steps-1', piece: 0, attempt: 1, code: null }, WATCH)).result.outcome).toBe('passed');
  expect(folder.read('sub/place')).toContain('/sub');
});

it('a pipe in the place of the file holds nothing up', async () => {
  const folder = workspace();
  execFileSync('mkfifo', [folder.at('drill.md')]);
  const runs = worker(folder);
  runs.open({ ...JOB, text: '# Drill\n\n## Steps\n\n```bash\ntrue\n```\n' });
  expect((await runs.piece({ ...JOB, step: 'steps-1', piece: 0, attempt: 1, code: null }, WATCH)).result.outcome).toBe('passed');
});
