import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findMarkdown } from '../../src/catalog/find-markdown.ts';

let folder = '';
const write = (path: string, text = ''): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const find = async (...paths: string[]): Promise<readonly string[]> => (findMarkdown(paths, folder)).files;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-'));
  for (const path of ['docs/a.md', 'docs/b.txt', 'docs/deep/c.markdown', 'docs/deep/.hidden/d.md', 'node_modules/x/readme.md', '.git/info/x.md', 'z [1].md']) write(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the Markdown files that paths name', () => {
  test('a file named outright, whatever its ending', async () => {
    expect(await find('docs/b.txt')).toEqual(['docs/b.txt']);
  });
  test('a folder: every Markdown file below it, sorted', async () => {
    expect(await find('.')).toEqual(['docs/a.md', 'docs/deep/.hidden/d.md', 'docs/deep/c.markdown', 'z [1].md']);
    expect(await find('docs/deep')).toEqual(['docs/deep/.hidden/d.md', 'docs/deep/c.markdown']);
  });
  test('not the copy that the folder of a run has, unless it is named', async () => {
    for (const path of ['runs/1/runbook.md', 'runs/1/events.ndjson', 'runs/1/output/a.0.1.log']) write(path);
    expect(await find('runs')).toEqual([]);
    expect(await find('runs/1/runbook.md')).toEqual(['runs/1/runbook.md']);
  });
  test('an absolute path stays absolute', async () => {
    expect(await find(join(folder, 'docs', 'deep'))).toContain(join(folder, 'docs/deep/c.markdown'));
  });
  test('a quoted glob', async () => {
    expect(await find('docs/**/*.md')).toEqual(['docs/a.md', 'docs/deep/.hidden/d.md']);
    expect(await find('docs/*.md')).toEqual(['docs/a.md']);
    expect(await find('*/{a,deep/c}.{md,markdown}')).toEqual(['docs/a.md', 'docs/deep/c.markdown']);
  });
  test('a file whose name looks like a glob is that file', async () => {
    expect(await find('z [1].md')).toEqual(['z [1].md']);
  });
  test('each file once', async () => {
    expect(await find('docs/a.md', 'docs', 'docs/*.md')).toEqual(['docs/a.md', 'docs/deep/.hidden/d.md', 'docs/deep/c.markdown']);
  });
  test('what names nothing is told', async () => {
    expect(findMarkdown(['nope.md', 'nope/**/*.md', 'docs/a.md', 'docs/*.nope'], folder)).toEqual({ files: ['docs/a.md'], missing: ['nope.md', 'nope/**/*.md', 'docs/*.nope'] });
  });
  test('a link to a file counts, a dangling one does not', async () => {
    symlinkSync('a.md', join(folder, 'docs', 'link.md'));
    symlinkSync('gone.md', join(folder, 'docs', 'dangling.md'));
    expect(await find('docs/*.md')).toEqual(['docs/a.md', 'docs/link.md']);
  });
});

describe('.gitignore', () => {
  test('of the folder, of folders below and of folders above up to the repository', async () => {
    write('.gitignore', 'build/\n/docs/a.md\n*.markdown\n');
    write('build/x.md');
    write('docs/deep/.gitignore', '!c.markdown\n.hidden\n');
    expect(await find('.')).toEqual(['docs/deep/c.markdown', 'z [1].md']);
    expect(await find('docs')).toEqual(['docs/deep/c.markdown']);
    expect(await find('**/*.md')).toEqual(['z [1].md']);
  });
  test('does not hide a file named outright', async () => {
    write('.gitignore', '*.md\n');
    expect(await find('docs/a.md')).toEqual(['docs/a.md']);
  });
});
