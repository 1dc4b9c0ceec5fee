import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runbook, workspace } from '../e2e/helpers/index.ts';

/** Says on standard error which chunks of the program were read. */
const TELL = `data:text/javascript,${encodeURIComponent("const fs = process.getBuiltinModule('node:fs'); const read = fs.readFileSync; fs.readFileSync = (file, ...rest) => { const [, name] = /chunks\\/([^/]+\\.cjs)$/.exec(String(file)) ?? []; if (name !== undefined) process.stderr.write(`chunk ${name}\\n`); return read(file, ...rest); };")}`;

/** Chunks that hold the client of Temporal. */
function ofTemporal(): readonly string[] {
  const folder = 'dist/chunks';
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name), 'utf8').includes('temporal.api.workflowservice'));
}

async function chunksOf(...args: readonly string[]): Promise<readonly string[]> {
  const folder = workspace({ 'a.md': '# A\n\n## Steps\n\n```bash\necho one\n```\n' });
  const { stderr } = await runbook(...args).in(folder).withNode('--import', TELL).withEnv({ TEMPORAL_ADDRESS: '127.0.0.1:1', RUNBOOK_TEMPORAL_WORKER: folder.path }).finish();
  return [...stderr.matchAll(/^chunk (\S+)$/gm)].map(([, name = '']) => name);
}

it('nothing of Temporal is loaded where nobody asks for it', async () => {
  const temporal = ofTemporal();
  expect(temporal.length).toBeGreaterThan(0);
  for (const args of [['--version'], ['--help'], ['show', 'a.md'], ['lint', 'a.md'], ['list'], ['runs'], ['run', 'a.md', '--yes'], ['run', 'a.md', '--dry-run']]) {
    const loaded = await chunksOf(...args);
    expect(loaded.filter((name) => temporal.includes(name)), args.join(' ')).toEqual([]);
  }
  const asked = await chunksOf('run', 'a.md', '--yes', '--engine', 'temporal', '--queue', 'q');
  expect(asked.filter((name) => temporal.includes(name))).not.toEqual([]);
}, 60_000);
