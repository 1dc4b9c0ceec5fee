import { deepStrictEqual } from 'node:assert';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, expect, it } from 'vitest';
import { cachedReading } from '../../../src/catalog/opening/cached-reading.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

const home = mkdtempSync(join(tmpdir(), 'cached-reading-'));
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('from its sources, which change under it, the program keeps no reading', async () => {
  const read = () => Promise.resolve(parseRunbook('# A\n', { path: 'a.md' }));
  await cachedReading('# A\n', 'a.md', { HOME: home }, read);
  expect(globSync(join(home, '**/*'))).toEqual([]);
});

// A function, a class of ours or a symbol in the model would be lost on the way, and what two places share be two things afterwards.
it.each(globSync(['README.md', 'runbooks/*.md', 'test/accuracy/own/*.md']))('%s: its reading comes back as it was', (path) => {
  const runbook = parseRunbook(readFileSync(path, 'utf8'), { path });
  const back: unknown = deserialize(serialize(runbook));
  deepStrictEqual(back, runbook);
  expect(shared(back)).toEqual(shared(runbook));
});

/** Where a thing stands that stands elsewhere, too, as the path to each. */
function shared(root: unknown): readonly string[] {
  const paths = new Map<object, string>();
  const twice: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const before = paths.get(value);
    if (before !== undefined) return void twice.push(`${before} = ${path}`);
    paths.set(value, path);
    for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
  };
  walk(root, '');
  return twice;
}
