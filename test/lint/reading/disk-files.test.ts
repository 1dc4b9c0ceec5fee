import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { diskFiles } from '../../../src/lint/reading/disk-files.ts';

it('looks at whatever a link may name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'a.md'), '# A\n');
  symlinkSync('loop.md', join(folder, 'loop.md'));
  const { kind } = diskFiles(folder, () => null);
  expect(['a.md', 'docs', 'gone.md', 'a.md/b.md', 'loop.md', `${'x'.repeat(300)}.md`, 'x/'.repeat(3000), 'nul\0.md'].map(kind)).toEqual(['file', 'folder', null, null, null, null, null, null]);
});

it.skipIf(process.getuid?.() === 0)('says nothing against what it may not look at', () => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-files-'));
  onTestFinished(() => { chmodSync(join(folder, 'closed'), 0o700); rmSync(folder, { recursive: true, force: true }); });
  mkdirSync(join(folder, 'closed'), { mode: 0 });
  expect(diskFiles(folder, () => null).kind('closed/a.md')).toBe('file');
});
