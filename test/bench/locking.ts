import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, ENVIRONMENT, manyRunbooks } from './inputs.ts';
import { medians, program } from './measure.ts';
import type { Figure } from './measure.ts';

const FILES = 1000;
/** What has to be done at the least where nothing changed, by a process of its own. */
const HASH = "const { globSync, readFileSync } = require('node:fs'); for (const path of globSync(`${process.argv[1]}/**/*.md`)) require('node:crypto').createHash('sha256').update(readFileSync(path)).digest('hex');";

/** `lock --check` over many runbooks: none of them changed, and all of them. */
export async function locking(rounds: number): Promise<Figure[]> {
  const folder = manyRunbooks(FILES);
  const node = process.execPath;
  const here = { cwd: folder, env: ENVIRONMENT, allow: [0, 1] };
  spawnSync('git', ['init', '-q'], { cwd: folder });
  spawnSync(node, [CLI, 'lock', '--accept-open', '--operator', 'bench'], { cwd: folder, env: { ...process.env, ...ENVIRONMENT }, stdio: 'ignore' });
  const check = program(node, [CLI, 'lock', '--check'], here);
  const unchanged = await medians({ check, hash: program(node, ['-e', HASH, folder], { env: ENVIRONMENT }) }, rounds);
  for (let index = 0; index < FILES; index++) appendFileSync(join(folder, 'runbooks', `r${index}.md`), '\nOne sentence more.\n');
  const changed = await medians({ check, remark: program(node, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'remark-only.ts'), folder], { env: ENVIRONMENT }) }, Math.min(rounds, 3));
  return [
    { name: `lock --check, ${FILES} unchanged`, against: 'reading and hashing them', value: (unchanged['check'] ?? 0) / (unchanged['hash'] ?? 1), unit: 'x', bound: 1.3 },
    { name: `lock --check, ${FILES} changed`, against: 'remark with the same plugins', value: (changed['check'] ?? 0) / (changed['remark'] ?? 1), unit: 'x', bound: 1.3 },
  ];
}
