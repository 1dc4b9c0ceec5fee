import { expect, it } from 'vitest';
import { searchable, searchRunbooks } from '../../src/catalog/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';

const BOOKS = [
  ['rollback.md', '# Roll back a release\n\n**System:** shop-api, shop-web\n\n## Purpose\n\nThe last deploy made checkout slow.\n\n## Steps\n\n```sh\ntrue\n```\n'],
  ['db.md', '---\ntags: postgres, replica\n---\n# Fail over\n\n## Symptoms\n\nThe primary does not answer.\n'],
  ['alerts/crash.md', '# KubePodCrashLooping\n\n## Meaning\n\nA pod restarts again and again after a deploy.\n'],
].map(([path = '', text = '']) => searchable(parseRunbook(text, { path })));

const paths = async (words: string): Promise<readonly string[]> => (await searchRunbooks(BOOKS, words)).map(({ path }) => path);

it('looks in titles, systems, tags, symptoms and paths', async () => {
  expect(await paths('roll back')).toEqual(['rollback.md']);
  expect(await paths('shop-web')).toEqual(['rollback.md']);
  expect(await paths('postgres')).toEqual(['db.md']);
  expect(await paths('primary does not answer')).toEqual(['db.md']);
  expect(await paths('alerts')).toEqual(['alerts/crash.md']);
});

it('finds a name by its words, a beginning, and with a slip', async () => {
  expect(await paths('pod crash')).toEqual(['alerts/crash.md']);
  expect(await paths('kubepodcrashlooping')).toEqual(['alerts/crash.md']);
  expect(await paths('postg')).toEqual(['db.md']);
  expect(await paths('postgers')).toEqual(['db.md']);
});

it('takes those with every word alone, else those with most of them first', async () => {
  expect(await paths('deploy restarts')).toEqual(['alerts/crash.md']);
  expect(await paths('slow deploy elephant')).toEqual(['rollback.md', 'alerts/crash.md']);
});

it('finds nothing where nothing is said of it, and words that all have find nothing more', async () => {
  expect(await paths('elephant')).toEqual([]);
  expect(await paths('')).toEqual([]);
  expect(await paths('the elephant')).toEqual([]);
  expect(await paths('how to fail over the runbook')).toEqual(['db.md']);
});

it('tells what a hit is for', async () => {
  expect(await searchRunbooks(BOOKS, 'checkout')).toEqual([{ path: 'rollback.md', title: 'Roll back a release', purpose: 'The last deploy made checkout slow.', owner: null, systems: ['shop-api', 'shop-web'], steps: 1, score: expect.any(Number) }]);
});
