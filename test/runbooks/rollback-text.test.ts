import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
// Links were added around the paths of the related runbooks; the words are the team's.
const rollback = read('runbooks/rollback.md').replaceAll(/\[(docs\/ops\/runbooks\/[^\]]+)\]\([^)]+\)/g, '$1');
const written = rollback.split('\n').map((line) => line.trim());

test.each(read('fixtures/rollback/seed-lines.txt').trimEnd().split('\n'))('rollback.md keeps: %s', (line) => {
  expect(written).toContain(line);
});

test('rollback.md needs no pin', () => {
  expect(rollback).not.toMatch(/<!--|^---$|```\w+ *\{/m);
});
