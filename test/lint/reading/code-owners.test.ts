import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOwners } from '../../../src/lint/reading/code-owners.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbook-owners-'));
  mkdirSync(join(folder, '.git'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

test.each([
  ['no file', {}, false],
  ['a line for all', { '.github/CODEOWNERS': '* @sre\n' }, true],
  ['a line for another folder', { CODEOWNERS: '/src/ @sre\n' }, false],
  ['the last line that covers it, without an owner', { CODEOWNERS: '*.md @sre\n/docs/\n' }, false],
  ['a section with owners', { '.gitlab/CODEOWNERS': '[Docs] @sre\n# all of them\n/docs/\n' }, true],
  ['an OWNERS file above', { 'docs/OWNERS': 'approvers:\n- ada\n' }, true],
  ['an OWNERS file elsewhere', { 'src/OWNERS': 'approvers:\n- ada\n' }, false],
])('%s', (_, files, owned) => {
  for (const [name, text] of Object.entries(files)) write(name, text);
  expect(codeOwners(folder)('docs/ops/a.md')).toBe(owned);
});
