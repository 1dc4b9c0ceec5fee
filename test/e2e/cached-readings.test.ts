import { chmodSync, chownSync, copyFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runbook, workspace } from './helpers/index.ts';

const text = (word: string) => `# Restart\n\n## Steps\n\n### Say ${word}\n\n\`\`\`bash\necho ${word}\n\`\`\`\n\n## History\n\n| Date | Operator | Result |\n| --- | --- | --- |\n`;

/** A runbook, and calls whose readings are kept in a folder of their own. */
function calls(word = 'first') {
  const folder = workspace({ 'restart.md': text(word) });
  const env = { NODE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: folder.at('cache') };
  const readings = () => globSync(join(folder.path, 'cache/runbook/readings/*')).sort();
  const call = (...args: readonly string[]) => runbook(...args).in(folder).withEnv(env);
  return { folder, readings, call };
}

/** Puts another title into the kept reading (not into the text that it holds), as no program does: so a test sees that it was used. */
function rewrite(file: string): void {
  writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replaceAll(/(?<!### )Say first/g, 'Say FIRST'), 'latin1'));
}

it('a second call takes the reading of the first, for show, a dry run and a run', async () => {
  const { readings, call } = calls();
  const first = await call('show', 'restart.md', '--json').expect({ status: 0, stderr: '' });
  const [file = '', ...more] = readings();
  expect([more, statSync(file).mode & 0o777, statSync(join(file, '..')).mode & 0o777]).toEqual([[], 0o600, 0o700]);
  await call('show', 'restart.md', '--json').expect({ status: 0, stdout: first.stdout, stderr: '' });
  rewrite(file);
  for (const args of [['show'], ['run', '--dry-run'], ['run', '--yes', '--operator', 'ana', '--no-history']]) await call(...args, 'restart.md').expect({ status: 0, stdout: /Say FIRST/ });
  expect(readings()).toEqual([file]);
});

it('another text, or the same under another path, is read by itself', async () => {
  const { folder, readings, call } = calls();
  await call('show', 'restart.md').expect({ status: 0, stdout: /Say first/ });
  writeFileSync(folder.at('restart.md'), text('other'));
  await call('show', 'restart.md').expect({ status: 0, stdout: /Say other/ });
  expect(readings()).toHaveLength(2);
  await call('show', './restart.md').expect({ status: 0, stdout: /Say other/ });
  expect(readings()).toHaveLength(3);
});

it('a run whose row changed the file is followed by one that reads it anew', async () => {
  const { folder, readings, call } = calls();
  for (const runs of [1, 2]) {
    await call('run', '--yes', '--operator', 'ana', 'restart.md').expect({ status: 0 });
    expect(readFileSync(folder.at('restart.md'), 'utf8').match(/\| ana \|/g)).toHaveLength(runs);
    expect(readings()).toHaveLength(runs);
  }
});

it.each<[string, (file: string) => void]>([
  ['other bytes in its first half', (file) => writeFileSync(file, readFileSync(file).fill(0x5a, 10, 20))],
  ['half of it', (file) => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2))],
  ['nothing', (file) => writeFileSync(file, '')],
  ['zeros', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  ['a folder', (file) => {
    rmSync(file);
    mkdirSync(file);
  }],
  ['what others may write', (file) => {
    rewrite(file);
    chmodSync(file, 0o666);
  }],
  ['what somebody else wrote', (file) => {
    if (process.getuid?.() !== 0) return;
    rewrite(file);
    chownSync(file, 65534, 65534);
  }],
])('where a reading should be there is %s: the file is read', async (_, damage) => {
  const { readings, call } = calls();
  await call('show', 'restart.md').expect({ status: 0 });
  for (const file of readings()) damage(file);
  for (let again = 0; again < 2; again++) await call('show', 'restart.md').expect({ status: 0, stdout: /Say first/, stderr: '' });
});

it('the reading of another text is not taken, whatever its name', async () => {
  const { folder, readings, call } = calls();
  writeFileSync(folder.at('other.md'), text('other'));
  await call('show', 'restart.md').expect({ status: 0, stdout: /Say first/ });
  const [first = ''] = readings();
  await call('show', 'other.md').expect({ status: 0, stdout: /Say other/ });
  const [other = ''] = readings().filter((file) => file !== first);
  copyFileSync(first, other);
  await call('show', 'other.md').expect({ status: 0, stdout: /Say other/ });
});

it('nothing is kept where it is not wanted, and none of a file that cannot be read', async () => {
  const { folder, readings, call } = calls();
  await call('show', 'restart.md').withEnv({ NODE_DISABLE_COMPILE_CACHE: '1' }).expect({ status: 0, stdout: /Say first/, stderr: '' });
  writeFileSync(folder.at('deep.md'), `${'> '.repeat(3000)}x\n`);
  await call('show', 'deep.md').expect({ status: 2 });
  expect(readings()).toEqual([]);
});

it('the newest sixty-four are kept', async () => {
  const { folder, readings, call } = calls();
  mkdirSync(folder.at('cache/runbook/readings'), { recursive: true });
  for (let old = 0; old < 70; old++) writeFileSync(folder.at(`cache/runbook/readings/${old}.bin`), '');
  await call('show', 'restart.md').expect({ status: 0 });
  expect(readings()).toHaveLength(64);
  await call('show', 'restart.md').expect({ status: 0, stdout: /Say first/ });
});
