import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { squash } from './fields.ts';
import { findAnswers } from './find-answers.ts';

const { asked, skipped } = findAnswers(import.meta.dirname, null);

it('has sixty files and more, half of them in the corpus', () => {
  expect(new Set(asked.map(({ path }) => path)).size + skipped.length).toBeGreaterThanOrEqual(60);
  expect(skipped).toHaveLength(55);
  expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(['no --corpus given']));
});

it('has an answer for each of the ten files of the corpus that were judged at the end', () => {
  const readme = readFileSync(`${import.meta.dirname}/README.md`, 'utf8');
  const judged = [...readme.matchAll(/^- `([^`]+\.(?:md|erb))`$/gm)].map(([, path]) => path);
  expect(judged).toHaveLength(10);
  const answered = skipped.map(({ name }) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
  expect(judged.filter((path) => !answered.some((answer) => answer.includes(`corpus: ${path}\n`)))).toEqual([]);
});

it.each(asked)('finds every word of the answer $name in its file, in order', ({ path, answer }) => {
  const source = squash(readFileSync(path, 'utf8').replace(/\\\r?\n/g, ''));
  let from = 0;
  for (const { at } of answer.steps.flatMap(({ pieces }) => pieces)) {
    const found = source.indexOf(squash(at), from);
    expect(found, `"${at}" after offset ${from}`).toBeGreaterThanOrEqual(0);
    from = found;
  }
  for (const text of answer.nothing) expect(source).toContain(squash(text));
});
