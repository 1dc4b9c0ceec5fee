import { spawnSync } from 'node:child_process';
import { workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

/** A repository in which files are committed: what an agent may run. */
export function repository(files: Readonly<Record<string, string>>): Workspace {
  const folder = workspace(files);
  for (const args of [['init', '-q'], ['add', '-A'], ['-c', 'user.name=kim', '-c', 'user.email=kim@example.com', 'commit', '-qm', 'state']]) git(folder, ...args);
  return folder;
}

function git(folder: Workspace, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder.path, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
