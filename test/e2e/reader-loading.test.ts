import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chunksLoaded, chunksWith, runbook, workspace } from './helpers/index.ts';

const text = (code: string) => `# Restart\n\n## Steps\n\n### Restart it\n\n\`\`\`bash\n${code}\n\`\`\`\n\n## History\n\n| Date | Operator | Result |\n| --- | --- | --- |\n`;
const RUN = ['run', '--yes', '--operator', 'ana', 'restart.md'];

it('a run of a text that was read before ends with its row, and the reader was never loaded', async () => {
  const folder = workspace({ 'restart.md': text('echo one') });
  const env = { XDG_CACHE_HOME: folder.at('cache') };
  const reader = chunksWith('micromark');
  expect(reader).toHaveLength(1);
  await runbook('show', 'restart.md').in(folder).withEnv(env).expect({ status: 0 });
  const loaded = await chunksLoaded(folder, RUN, env);
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded).not.toContain(reader[0]);
  expect(readFileSync(folder.at('restart.md'), 'utf8')).toContain('| ana |');
});

it('nor to compare with what an older version of the reader locked', async () => {
  const folder = workspace({ 'restart.md': text('echo one') });
  const env = { XDG_CACHE_HOME: folder.at('cache') };
  execFileSync('git', ['init', '-q'], { cwd: folder.at('.') });
  await runbook('lock', 'restart.md').in(folder).withEnv(env).expect({ status: 0 });
  writeFileSync(folder.at('runbook.lock'), readFileSync(folder.at('runbook.lock'), 'utf8').replace(/reader: .*/, 'reader: 0.1.0+000000000000'));
  await runbook('show', 'restart.md').in(folder).withEnv(env).expect({ status: 0 });
  const loaded = await chunksLoaded(folder, ['show', 'restart.md', '--json'], env);
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded).not.toContain(chunksWith('micromark')[0]);
});

/** Notes that the reader was loaded, and finds no chunk any more when the program is gone. */
const GOES = `data:text/javascript,${encodeURIComponent(`
const fs = process.getBuiltinModule('node:fs');
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => {
  if (!String(file).endsWith('.cjs')) return read(file, ...rest);
  if (fs.existsSync('gone')) throw new Error('the program is gone: ' + file);
  if (String(file).includes('/parse-')) setImmediate(() => fs.writeFileSync('reader-is-loaded', ''));
  return read(file, ...rest);
};`)}`;

/** An editor that saves its file while the reader is loaded. */
const SAVES = `data:text/javascript,${encodeURIComponent(`
const fs = process.getBuiltinModule('node:fs');
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => {
  if (String(file).includes('/parse-') && !fs.existsSync('saved')) {
    fs.writeFileSync('saved', '');
    fs.appendFileSync('restart.md', 'Saved meanwhile.');
  }
  return read(file, ...rest);
};`)}`;

it('a short one, whose file was changed too, keeps its row for later; what is saved while that is written stays', async () => {
  const folder = workspace({ 'restart.md': text('touch gone\necho >> restart.md') });
  const env = { XDG_CACHE_HOME: folder.at('cache'), XDG_STATE_HOME: folder.at('state') };
  await runbook('show', 'restart.md').in(folder).withEnv(env).expect({ status: 0 });
  const { stderr } = await runbook(...RUN).in(folder).withEnv(env).withNode('--import', GOES).expect({ status: 4 });
  expect(stderr).toContain('runbook record --pending');
  expect(readFileSync(folder.at('restart.md'), 'utf8')).not.toContain('| ana |');
  await runbook('record', '--pending').in(folder).withEnv(env).withNode('--import', SAVES).expect({ status: 0 });
  expect(readFileSync(folder.at('restart.md'), 'utf8')).toContain('Saved meanwhile.');
  expect(readFileSync(folder.at('restart.md'), 'utf8').match(/\| ana \|/g)).toHaveLength(1);
});

it('a run that goes on after the program was removed writes its row, into a file that was changed meanwhile too', async () => {
  const waits = 'until [ -e reader-is-loaded ]; do sleep 0.05; done\ntouch gone\necho >> restart.md';
  const folder = workspace({ 'restart.md': text(waits) });
  const env = { XDG_CACHE_HOME: folder.at('cache') };
  await runbook('show', 'restart.md').in(folder).withEnv(env).expect({ status: 0 });
  await runbook(...RUN).in(folder).withEnv(env).withNode('--import', GOES).expect({ status: 0, stderr: '' });
  expect(existsSync(folder.at('gone'))).toBe(true);
  expect(readFileSync(folder.at('restart.md'), 'utf8')).toContain('| ana |');
});
