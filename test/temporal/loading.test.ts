import assert from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { chunksLoaded, chunksWith, workspace } from '../e2e/helpers/index.ts';

const chunksOf = (...args: readonly string[]): Promise<readonly string[]> => {
  const folder = workspace({ 'a.md': '# A\n\n## Steps\n\n```bash\necho one\n```\n' });
  return chunksLoaded(folder, args, { TEMPORAL_ADDRESS: '127.0.0.1:1', RUNBOOK_TEMPORAL_WORKER: folder.path });
};

it('nothing of Temporal is loaded where nobody asks for it', async () => {
  // The client's own.
  const temporal = chunksWith('temporal.api.workflowservice');
  expect(temporal.length).toBeGreaterThan(0);
  for (const args of [['--version'], ['--help'], ['show', 'a.md'], ['lint', 'a.md'], ['list'], ['runs'], ['run', 'a.md', '--yes'], ['run', 'a.md', '--dry-run']]) {
    const loaded = await chunksOf(...args);
    expect(loaded.filter((name) => temporal.includes(name)), args.join(' ')).toEqual([]);
  }
  const asked = await chunksOf('run', 'a.md', '--yes', '--engine', 'temporal', '--queue', 'q');
  expect(asked.filter((name) => temporal.includes(name))).not.toEqual([]);
}, 60_000);

it('npm ci brings nothing of the worker: it is native and large', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: Readonly<Record<string, unknown>> };
  const ours = Object.keys(packages).filter((name) => name.includes('@temporalio/')).map((name) => name.split('@temporalio/')[1]);
  expect(ours).toContain('client');
  for (const name of ['worker', 'core-bridge']) {
    expect(ours).not.toContain(name);
    expect(existsSync(`node_modules/@temporalio/${name}`)).toBe(false);
  }
});

it('the workflow is loaded with no more of Node than the sandbox of a worker has', () => {
  const sandbox = createContext({ AsyncLocalStorage, URL, URLSearchParams, assert, TextEncoder, TextDecoder, AbortController });
  runInContext(readFileSync('dist/temporal-workflow.js', 'utf8'), sandbox);
  expect(runInContext('Object.keys(__TEMPORAL__.importWorkflows())', sandbox)).toEqual(['runbook']);
});
