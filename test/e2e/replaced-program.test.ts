import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { cleanEnvironment, CLI, workspace } from './helpers/index.ts';

/** A copy of the built program whose parts a step moves away, as an update does in the middle of a run. */
function copied(folder: { readonly path: string }): { readonly cli: string; readonly chunks: string; readonly gone: string } {
  const own = join(folder.path, 'program');
  cpSync(dirname(CLI), join(own, 'dist'), { recursive: true });
  cpSync(resolve('package.json'), join(own, 'package.json'));
  symlinkSync(resolve('node_modules'), join(own, 'node_modules'));
  return { cli: join(own, 'dist', 'cli.js'), chunks: join(own, 'dist', 'chunks'), gone: join(own, 'dist', 'gone') };
}

it('a run whose program is replaced in its midst writes its row and the summary of its job', () => {
  const folder = workspace({});
  const { cli, chunks, gone } = copied(folder);
  folder.write('r.md', `# Restart\n\n## Steps\n\n\`\`\`bash\nmv ${chunks} ${gone}\n\`\`\`\n\n## History\n\n| Date | Outcome |\n|---|---|\n| 2026-05-14 | Success |\n`);
  const summary = join(folder.path, 'summary.md');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'run', 'r.md', '--yes', '--format', 'github'], { cwd: folder.path, env: { ...cleanEnvironment(), GITHUB_STEP_SUMMARY: summary }, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(folder.read('r.md')).toMatch(/\| Success \|\n$/);
  expect(folder.read('summary.md')).toContain('Restart');
});

it('says plainly that it was replaced where a part of it is gone', () => {
  const folder = workspace({ 'r.md': '# Restart\n' });
  const { cli, chunks } = copied(folder);
  for (const name of readdirSync(chunks).filter((each) => each.startsWith('lint-'))) rmSync(join(chunks, name));
  const { status, stderr } = spawnSync(process.execPath, [cli, 'lint', 'r.md'], { cwd: folder.path, env: cleanEnvironment(), encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^runbook: the program is no longer as it was when it was started: .*lint-\w+\.cjs: no such file; it was updated or removed meanwhile\n {2}give the command again/);
});
