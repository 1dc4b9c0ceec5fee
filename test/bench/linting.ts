import { accessSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { CLI, ENVIRONMENT, manyRunbooks } from './inputs.ts';
import { medians, program } from './measure.ts';
import type { Figure, Timed } from './measure.ts';

/** Lint beside its peers: cold and warm over many files. */
export async function linting(folder: string | null, rounds: number): Promise<Figure[]> {
  const files = folder ?? manyRunbooks(1000);
  const node = process.execPath;
  const any = { env: ENVIRONMENT, allow: [0, 1, 2] };
  const peers: Record<string, Timed> = {};
  const markdownlint = onPath('markdownlint-cli2');
  const rumdl = onPath('rumdl');
  if (markdownlint !== null) peers['markdownlint-cli2'] = program(markdownlint, [`${files}/**/*.md`], any);
  if (rumdl !== null) peers['rumdl'] = program(rumdl, ['check', files], any);
  const taken = await medians(
    {
      cold: program(node, [CLI, 'lint', '--no-shellcheck', '--no-cache', files], any),
      ...(onPath('shellcheck') === null ? {} : { checked: program(node, [CLI, 'lint', '--shellcheck=required', '--no-cache', files], any) }),
      warm: program(node, [CLI, 'lint', '--no-shellcheck', files], any),
      ...peers,
    },
    rounds,
  );
  const ratio = (ours: string, peer: string): number => (taken[ours] ?? 0) / (taken[peer] ?? 1);
  const figures: Figure[] = [];
  if (markdownlint !== null) figures.push({ name: 'lint, cold', against: 'markdownlint-cli2', value: ratio('cold', 'markdownlint-cli2'), unit: 'x', bound: 0.35 });
  if (markdownlint !== null && taken['checked'] !== undefined) figures.push({ name: 'lint, cold, with shellcheck', against: 'markdownlint-cli2', value: ratio('checked', 'markdownlint-cli2'), unit: 'x', bound: 0.9 });
  if (rumdl !== null) figures.push({ name: 'lint, warm', against: 'rumdl, warm', value: ratio('warm', 'rumdl'), unit: 'x', bound: 2 });
  return [...figures, { name: 'lint, cold', against: '', value: taken['cold'] ?? 0, unit: 'ms', bound: null }];
}

/** A program beside the project's own or on PATH. */
export function onPath(name: string): string | null {
  const folders = [resolve('node_modules/.bin'), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  }) ?? null;
}
