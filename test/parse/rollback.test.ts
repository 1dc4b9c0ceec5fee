import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';

const path = 'runbooks/rollback.md';
const runbook = parseRunbook(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'), { path });
const step = (id: string) => runbook.steps.find((candidate) => candidate.id === id)!;
const command = (id: string) => {
  const found = step(id);
  if (found.kind !== 'command') throw new Error(`${id} is no command`);
  return found;
};

describe('rollback.md', () => {
  it('has no diagnostics and every step once', () => {
    expect(runbook.diagnostics).toEqual([]);
    expect(runbook.steps.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'pre-flight-1 manual',
      'pre-flight-2 command',
      'pre-flight-3 command',
      'pre-flight-4 manual',
      'pre-flight-5 manual',
      'slug-path-1 command',
      'slug-path-2 command',
      'verify-recovery-1 command',
      'console-apps-1 command',
      'container-path-1 command',
      'container-path-2 command',
      'verify-the-container-release-1 command',
    ]);
  });

  it('knows the targets of the app table and the glob of the System line', () => {
    expect(runbook.targets.map(({ name, from }) => `${name} ${from}`)).toEqual(['raxx-api-prod inventory', 'raxx-api-staging inventory', 'raxx-console-prod inventory', 'raxx-console-staging inventory', 'raxx-velvet-* system']);
    expect(runbook.inventories[0]?.rows[2]?.cells).toEqual({ App: 'raxx-console-prod', URL: 'https://console.raxx.app' });
  });

  it('keeps the paths to the targets that their opening text names', () => {
    expect(step('slug-path-2').appliesTo.map(({ value }) => value)).toEqual(['raxx-api-*', 'raxx-console-*']);
    expect(step('container-path-1').appliesTo.map(({ value }) => value)).toEqual(['raxx-velvet-*']);
  });

  it('asks for the known-good release instead of running the example', () => {
    expect(runbook.parameters.find(({ kind }) => kind === 'example')).toMatchObject({ name: 'known-good-release', example: 'v84', default: null, from: 'the known-good release (e.g., `v84`)', steps: [6] });
    expect(command('slug-path-2').slots.map(({ literal }) => literal)).toEqual(['v84', 'raxx-api-prod']);
  });

  it('takes <app> as the target', () => {
    expect(runbook.parameters.find(({ name }) => name === 'app')).toMatchObject({ kind: 'placeholder', column: '' });
  });

  it('gives the check of the release the parameter too', () => {
    const [first, second, third] = command('verify-recovery-1').pieces.map(({ expectations }) => expectations[0]!);
    expect(first).toMatchObject({ kind: 'quoted', parts: [{ text: 'Rollback to v84', slots: [{ parameter: 'known-good-release', start: 12, end: 15 }] }] });
    expect(second).toMatchObject({ kind: 'literal', text: 'web.1: up' });
    expect(third).toMatchObject({ kind: 'literal', text: '200' });
  });

  it('lets the console block stand for the whole verification', () => {
    expect(command('console-apps-1').variant).toMatchObject({ word: 'console', of: step('verify-recovery-1').index });
    expect(command('console-apps-1').slots.at(-1)).toMatchObject({ literal: 'https://console.raxx.app', target: 'raxx-console-prod', column: 'URL' });
  });

  it('marks what destroys by its words, in its piece', () => {
    expect(command('slug-path-2').destructive?.word).toBe('rollback');
    expect(command('container-path-2').pieces.map(({ destructive }) => destructive?.word ?? null)).toEqual([null, null, 'push', 'container:release']);
  });

  it('reads the time budget, the templates and the history table', () => {
    expect(runbook.budget?.seconds).toBe(300);
    expect(runbook.templates.map(({ title }) => title)).toEqual(['When the incident opens', 'When the rollback is done', 'When recovery is confirmed', 'When the incident opens', 'When the rollback starts', 'When recovery is verified', 'When the incident closes']);
    expect(runbook.histories.map(({ columns, rows }) => [columns.map(({ value }) => value), rows.length])).toEqual([[['Date (UTC)', 'App', 'Operator', 'Bad release', 'Rolled to', 'Wall-clock (min)', 'Outcome'], 1]]);
  });
});
