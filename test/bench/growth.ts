import { CLI, ENVIRONMENT, keptRuns, manyRunbooks, ofSize, unread, withHistory, withLines, withSteps } from './inputs.ts';
import { medians, program } from './measure.ts';

/** Runs each of the runbooks that are named, all at once; with 1 where one of them failed. */
const sideBySide = 'node=$1 cli=$2; shift 2; for file; do "$node" "$cli" run "$file" --yes --no-history & started+=($!); done; for one in "${started[@]}"; do wait "$one" || exit 1; done';

/** How cost grows with the input: milliseconds, start-up included. */
interface Growth {
  readonly what: string;
  readonly points: readonly { readonly size: number; readonly milliseconds: number }[];
}

/** Cost by number of files, of steps, of bytes, of history rows, of runs kept and of runs side by side. */
export async function growth(rounds: number): Promise<Growth[]> {
  const node = process.execPath;
  const call = (...args: string[]): ReturnType<typeof program> => program(node, [CLI, ...args], { env: ENVIRONMENT, allow: [0, 1, 2] });
  const series = async (what: string, sizes: readonly number[], of: (size: number) => ReturnType<typeof program>): Promise<Growth> => {
    const taken = await medians(Object.fromEntries(sizes.map((size) => [`${size}`, of(size)])), rounds);
    return { what, points: sizes.map((size) => ({ size, milliseconds: taken[`${size}`] ?? 0 })) };
  };
  return [
    await series('lint: files', [1, 10, 100, 1000], (size) => call('lint', '--no-cache', '--no-shellcheck', manyRunbooks(size))),
    await series('show: steps', [1, 10, 100, 500], (size) => unread(withSteps(size, ':'), (path) => call('show', path))),
    await series('show: lines of one block', [10, 100, 1_000, 2_500], (size) => unread(withLines(size), (path) => call('show', path))),
    await series('show: bytes', [1_000, 10_000, 50_000, 100_000, 200_000], (size) => unread(ofSize(size), (path) => call('show', path))),
    await series('history: rows', [10, 100, 1_000, 3_000, 5_000], (size) => call('history', withHistory(size))),
    await series('run --yes: steps', [1, 10, 100, 500], (size) => unread(withSteps(size, ':'), (path) => call('run', path, '--yes', '--no-history'))),
    await series('runs: runs kept', [1, 10, 100, 1_000], (size) => program(node, [CLI, 'runs'], { env: { ...ENVIRONMENT, XDG_STATE_HOME: keptRuns(size) } })),
    await series('run --yes: side by side', [1, 2, 4, 8], (size) => program('bash', ['-c', sideBySide, 'side-by-side', node, CLI, ...Array.from({ length: size }, (_, i) => withSteps(1, `: ${i}`))], { env: ENVIRONMENT })),
  ];
}

/** Whether a series grows faster than its input, once start-up is past: between its two largest points. */
export function growsTooFast({ points }: Growth): boolean {
  const first = points[0]?.milliseconds ?? 0;
  const [before, last] = points.slice(-2);
  if (before === undefined || last === undefined) return false;
  const cost = Math.max(1, last.milliseconds - first) / Math.max(20, before.milliseconds - first);
  return cost > (1.6 * last.size) / before.size;
}
