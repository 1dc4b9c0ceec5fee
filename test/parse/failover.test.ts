import { expect, it } from 'vitest';
import { commands, fixture } from './read.ts';

const runbook = fixture('failover.md');

it('a runbook with exclusive paths is understood whole', () => {
  expect(runbook.diagnostics).toEqual([]);
  expect(runbook.steps.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'pre-flight-1 command',
    'path-a-the-primary-still-answers-1 command',
    'path-b-the-primary-is-gone-1 command',
    'path-c-nothing-above-helped-1 manual',
    'verification-1 command',
    'verification-2 manual',
    'verification-3 manual',
    'if-it-fails-1 manual',
  ]);
});

it('its numbered comments are pieces, marked by their own words', () => {
  const [preflight, pathA, pathB] = commands(runbook);
  expect(preflight!.pieces.map(({ title }) => title)).toEqual(['Who is the primary right now?', 'How far behind is the best replica?']);
  expect(pathA!.pieces.map(({ follow }) => follow?.word ?? null)).toEqual(['rollout status --watch', null]);
  expect(pathB!.pieces.map(({ destructive }) => destructive?.word)).toEqual(['delete', 'rollout undo']);
});

it('its placeholders are parameters, its headings state budgets', () => {
  expect(runbook.parameters.map(({ name }) => name)).toEqual(['cluster', 'env', 'dead-member']);
  expect(runbook.sections.flatMap(({ budget }) => budget?.seconds ?? [])).toEqual([90, 600]);
});
