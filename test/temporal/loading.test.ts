import assert from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';

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
