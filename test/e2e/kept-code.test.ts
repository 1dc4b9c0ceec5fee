import { chownSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runbook, workspace } from './helpers/index.ts';

const TEXT = '# Restart\n\n## Steps\n\n```bash\necho restarted\n```\n';

/** Calls with a compile cache of their own. */
function calls() {
  const folder = workspace({ 'restart.md': TEXT });
  const cache = join(folder.path, 'cache');
  mkdirSync(cache);
  const kept = () => globSync(join(cache, 'runbook/code/*/*')).sort();
  const show = () => runbook('show', 'restart.md').in(folder).withEnv({ NODE_COMPILE_CACHE: cache });
  return { kept, show };
}

const SHOWN = { status: 0, stdout: /Restart/, stderr: '' } as const;

it('compiled code is kept for the next call, whole, and for its owner alone', async () => {
  const { kept, show } = calls();
  await show().expect(SHOWN);
  const files = kept();
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) expect([file, statSync(file).mode & 0o777]).toEqual([expect.stringMatching(/\.bin$/), 0o600]);
});

it('some calls add what they used, later ones leave it as it is', async () => {
  const { kept, show } = calls();
  const times = () => kept().map((file) => statSync(file).mtimeMs);
  await show().expect(SHOWN);
  const first = times();
  for (let call = 2; call <= 4; call++) await show().expect(SHOWN);
  const settled = times();
  expect(settled).not.toEqual(first);
  await show().expect(SHOWN);
  expect(times()).toEqual(settled);
});

it('code of versions that are not used any more goes after a month, and beyond the newest eight', async () => {
  const { kept, show } = calls();
  await show().expect(SHOWN);
  const versions = join(kept()[0] ?? '', '../..');
  const hour = 3600;
  // One of each hour before now, and one that is too old.
  const ages = new Map([...Array.from({ length: 9 }, (_, index): [string, number] => [`v22.0.0-${index}`, (index + 1) * hour]), ['v21.0.0-a', 31 * 24 * hour]]);
  for (const [name, age] of ages) {
    mkdirSync(join(versions, name));
    writeFileSync(join(versions, name, 'main.cjs.bin'), 'of another version');
    utimesSync(join(versions, name), Date.now() / 1000 - age, Date.now() / 1000 - age);
  }
  await show().expect(SHOWN);
  const left = readdirSync(versions).filter((name) => ages.has(name));
  expect(left.sort()).toEqual(['v22.0.0-0', 'v22.0.0-1', 'v22.0.0-2', 'v22.0.0-3', 'v22.0.0-4', 'v22.0.0-5', 'v22.0.0-6']);
  for (const name of left) rmSync(join(versions, name), { recursive: true });
  mkdirSync(join(versions, 'v21.0.0-a'));
  utimesSync(join(versions, 'v21.0.0-a'), 0, 0);
  await show().expect(SHOWN);
  expect(readdirSync(versions)).not.toContain('v21.0.0-a');
});

it.each([
  ['other bytes in its middle', (file: string) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, bytes.length >> 2, bytes.length >> 1));
  }],
  ['half of it', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2))],
  ['nothing', (file: string) => writeFileSync(file, '')],
  ['zeros', (file: string) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  ['a folder', (file: string) => {
    rmSync(file);
    mkdirSync(file);
  }],
])('kept code that has %s is compiled again', async (_, damage) => {
  const { kept, show } = calls();
  await show().expect(SHOWN);
  for (const file of kept()) damage(file);
  await show().expect(SHOWN);
});

it('nothing is kept, and nothing said, where it cannot be or is not wanted', async () => {
  const { kept, show } = calls();
  await show().withEnv({ NODE_DISABLE_COMPILE_CACHE: '1' }).expect(SHOWN);
  await show().withEnv({ NODE_COMPILE_CACHE: 'restart.md/cache' }).expect(SHOWN);
  expect(kept()).toEqual([]);
});

it('it is kept in the user\'s cache folder, and what somebody else wrote there is not run', async () => {
  const folder = workspace({ 'restart.md': TEXT });
  const show = () => runbook('show', 'restart.md').in(folder).withEnv({ NODE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: folder.at('cache') });
  const kept = () => globSync(join(folder.path, 'cache/runbook/code/*/*')).sort();
  await show().expect(SHOWN);
  expect(kept().length).toBeGreaterThan(5);
  expect(statSync(folder.at('cache/runbook/code')).mode & 0o777).toBe(0o700);
  if (process.getuid?.() !== 0) return;
  const before = kept().map((file) => statSync(file).ino);
  for (const file of kept()) chownSync(file, 65534, 65534);
  await show().expect(SHOWN);
  expect(kept().map((file) => statSync(file).ino)).not.toEqual(before);
});
