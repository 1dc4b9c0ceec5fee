import { CLI, ENVIRONMENT, withSteps } from './inputs.ts';
import { onPath } from './linting.ts';
import { median, program, settle } from './measure.ts';
import type { Figure, Timed } from './measure.ts';

/** How each other runner of Markdown runs all blocks of a file. */
const PEERS: Readonly<Record<string, (file: string) => readonly string[]>> = {
  runme: (file) => ['run', '--all', '--allow-unnamed', '--skip-prompts', '--filename', file],
  ie: (file) => ['execute', file],
};

/** A file of one step and one of fifty, run by us and by each peer that is on PATH. A peer that ends with an error has no figure. */
export async function peers(rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, args] of Object.entries(PEERS)) {
    const path = onPath(name);
    if (path === null) {
      process.stderr.write(`not measured: ${name} is not on PATH\n`);
      continue;
    }
    for (const count of [1, 50]) {
      const file = withSteps(count, 'echo done');
      const ours = program(process.execPath, [CLI, 'run', file, '--yes', '--no-history'], { env: ENVIRONMENT });
      await settle(ours);
      const ratio = await ratioOf(ours, program(path, args(file), { env: ENVIRONMENT }), rounds);
      if (ratio === null) process.stderr.write(`not measured: ${name} ${args(file).join(' ')} fails\n`);
      else figures.push({ name: `a run of ${count} ${count === 1 ? 'step' : 'steps'}`, against: name, value: ratio, unit: 'x', bound: null });
    }
  }
  return figures;
}

/** The median of what ours takes of theirs, pair by pair; `null` where theirs fails. */
async function ratioOf(ours: Timed, theirs: Timed, rounds: number): Promise<number | null> {
  try {
    await theirs();
  } catch {
    return null;
  }
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) ratios.push((await ours()) / (await theirs()));
  return median(ratios);
}
