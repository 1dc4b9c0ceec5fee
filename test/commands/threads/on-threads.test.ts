import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintJob } from '../../../src/commands/linting/lint-job.ts';
import { checkJob } from '../../../src/commands/locking/check-job.ts';
import { readJob } from '../../../src/commands/locking/read-job.ts';
import { findJob } from '../../../src/commands/looking/find-job.ts';
import { historyJob } from '../../../src/commands/looking/history-job.ts';
import { listJob } from '../../../src/commands/looking/list-job.ts';
import { type Job, valueOf } from '../../../src/commands/threads/job.ts';
import { onThreads } from '../../../src/commands/threads/on-threads.ts';
import { DEFAULT_LINT_OPTIONS } from '../../../src/settings/index.ts';
import { workspace } from '../../e2e/helpers/workspace.ts';

const BUILT = pathToFileURL('dist/thread.js');
/** Short ones between some long ones: each job reads them three times. */
const FILES = globSync(['test/accuracy/cases/[0-2]*.md', 'runbooks/{heroku,rollback}.md']).sort();
const inputs = FILES.map((path) => ({ path, name: path, entry: null }));
const plenty = { size: Number.MAX_SAFE_INTEGER, threadFile: BUILT };

const cwd = process.cwd();
/** Without their entries nothing would differ. */
const compared = inputs.map(({ path, name }) => ({ path, entry: { lockPath: 'runbook.lock', name, line: 1, text: `${JSON.stringify(name)}:\n  digest: 0123456789abcdef\n  reader: none\n  locked:\n    by: sam\n    on: 2026-11-28\n  steps: []\n` } }));

/** What a job gives on so many threads. */
const given = <Given, Input, Output>(job: Job<Given, Input, Output>, what: Given, all: readonly Input[]) => (most: number) => onThreads(job, what, all, { ...plenty, most });

describe('a job on threads', () => {
  it.each([
    ['lint', given(lintJob, DEFAULT_LINT_OPTIONS, FILES.map((path) => ({ path, text: readFileSync(path, 'utf8') })))],
    ['lock', given(readJob, { cwd }, inputs)],
    ['lock --check', given(checkJob, { cwd }, compared)],
    ['list', given(listJob, { cwd, now: new Date() }, FILES)],
    ['find', given(findJob, { cwd }, FILES)],
    ['history', given(historyJob, { cwd }, FILES)],
  ])('gives what it gives here, in the order of the inputs: %s', async (_, on) => {
    const here = await on(1);
    expect(here.length).toBeGreaterThan(20);
    expect(here.filter(({ ok }) => !ok)).toEqual([]);
    expect(await on(2)).toEqual(here);
  });

  it('tells which input could not be worked on, and why', async () => {
    const folder = workspace(Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.md`, index === 5 ? '' : `# ${index}\n\n\`\`\`sh\ntrue\n\`\`\`\n`])));
    const done = await onThreads(readJob, { cwd: folder.path }, Array.from({ length: 9 }, (_, index) => ({ path: `${index}.md`, name: `${index}.md`, entry: null })), { ...plenty, most: 2 });
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, true, true, false]);
    expect(() => done.map(valueOf)).toThrow('cannot read 5.md: it is empty');
  });

  it('starts none for one input, for little to read, or where its program is not there', async () => {
    const asked: number[] = [];
    const at = (done: number): void => void asked.push(done);
    const never = pathToFileURL(workspace({ 'never.mjs': 'throw new Error("a thread was started");' }).at('never.mjs'));
    await onThreads(readJob, { cwd }, inputs.slice(0, 1), { ...plenty, threadFile: never, most: 4, at });
    await onThreads(readJob, { cwd }, inputs.slice(0, 3), { size: readJob.worthAThread, threadFile: never, most: 4, at });
    await onThreads(readJob, { cwd }, inputs.slice(0, 2), { ...plenty, threadFile: new URL('gone.js', BUILT), most: 4, at });
    expect(asked).toEqual([0, 0, 1, 2, 0, 1]);
  });

  it.each([
    ['ends', 'process.exit(3);', 'a thread ended with 3'],
    ['ends without an answer', '', 'a thread ended with 0'],
    ['throws', 'throw new Error("out of luck");', 'out of luck'],
  ])('fails where a thread %s', async (_, program, why) => {
    const folder = workspace({ 'thread.mjs': program });
    await expect(onThreads(readJob, { cwd }, inputs.slice(0, 4), { ...plenty, threadFile: pathToFileURL(folder.at('thread.mjs')), most: 2 })).rejects.toThrow(why);
  });
});
