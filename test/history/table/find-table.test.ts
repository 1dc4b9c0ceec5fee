import { expect, test } from 'vitest';
import { findTable } from '../../../src/history/table/index.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

const text = '# Restart\n\n## History\n\n| Date | Outcome |\n| --- | --- |\n| 2026-01-01 | Success |\n';
const choice = { path: 'restart.md', target: null };
/** Tells by what is found whether it was used. */
const withoutTables = { ...parseRunbook(text, 'restart.md'), histories: [] };

test('what a run has read is not read again, however long its table', async () => {
  expect(await findTable(text, { ...choice, path: 'same.md', known: withoutTables })).toBeNull();
  const long = text + '| 2026-01-01 | Success |\n'.repeat(300);
  const known = parseRunbook(long, 'long.md');
  expect(await findTable(long, { ...choice, path: 'long.md', known: { ...known, histories: [] } })).toBeNull();
  expect(await findTable(long, { ...choice, path: 'read.md', known })).toEqual(await findTable(long, { ...choice, path: 'unread.md' }));
});

test('unless the file was changed since', async () => {
  const changed = text.replace('Restart', 'Restart it');
  expect((await findTable(changed, { ...choice, known: withoutTables }))?.sample.columns).toEqual(['Date', 'Outcome']);
});
