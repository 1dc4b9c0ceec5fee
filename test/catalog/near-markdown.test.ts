import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { nearMarkdown } from '../../src/catalog/index.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })));

function tree(...files: readonly (string | readonly [string, string])[]): string {
  const root = mkdtempSync(join(tmpdir(), 'runbook-near-'));
  folders.push(root);
  for (const file of files) {
    const [name, text] = typeof file === 'string' ? [file, ''] : file;
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

it('gives what is in folders named for runbooks first, then the nearest', async () => {
  const root = tree('z.md', 'a/b/deep.md', 'b/near.md', 'ops/runbooks/x/fail.md', 'playbooks/p.md', 'notes.txt');
  expect(await nearMarkdown(root, 200)).toEqual(['playbooks/p.md', 'ops/runbooks/x/fail.md', 'z.md', 'b/near.md', 'a/b/deep.md']);
});

it('leaves out what git ignores, hidden folders and other packages', async () => {
  const root = tree(['.git/HEAD', ''], ['.gitignore', 'out/\nold.md\n'], 'out/a.md', 'old.md', '.cache/b.md', 'node_modules/p/README.md', 'kept.md');
  expect(await nearMarkdown(root, 200)).toEqual(['kept.md']);
});

it('stops in time', async () => {
  const wide = Array.from({ length: 300 }, (_, i) => `d${String(i).padStart(3, '0')}/a.md`);
  expect(await nearMarkdown(tree(...wide), 1000)).toHaveLength(199);
  expect(await nearMarkdown(tree(...wide), 7)).toHaveLength(7);
  expect(await nearMarkdown(tree('1/2/3/4/5/in.md', '1/2/3/4/5/6/out.md'), 200)).toEqual(['1/2/3/4/5/in.md']);
});
