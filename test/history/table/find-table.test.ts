import { expect, test } from 'vitest';
import { findTable } from '../../../src/history/index.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

const text = '# Restart\n\n## History\n\n| Date | Outcome |\n| --- | --- |\n| 2026-01-01 | Success |\n';
const choice = { path: 'restart.md', target: null };
/** Tells by what is found whether it was used. */
const withoutTables = { ...parseRunbook(text, 'restart.md'), histories: [] };

test('what a run has read is not read again', () => {
  expect(findTable(text, { ...choice, path: 'same.md', known: withoutTables })).toBeNull();
});

test('unless the file was changed since', () => {
  const changed = text.replace('Restart', 'Restart it');
  expect(findTable(changed, { ...choice, known: withoutTables })?.sample.columns).toEqual(['Date', 'Outcome']);
});
