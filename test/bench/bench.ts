import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { editor } from './editor.ts';
import { engine } from './engine.ts';
import { growsTooFast, growth } from './growth.ts';
import { history } from './history.ts';
import { linting } from './linting.ts';
import { locking } from './locking.ts';
import type { Figure } from './measure.ts';
import { peers } from './peers.ts';
import { reading } from './reading.ts';
import { reports } from './reports.ts';
import { startup } from './startup.ts';
import { walk } from './walk.ts';

/**
 * `npm run bench [-- folder] [--json] [--rounds n] [--only part]`: every figure with its bound, and how cost grows.
 * Ends with status 1 where a bound is broken.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' }, only: { type: 'string', multiple: true } },
});
const rounds = Number(values.rounds);
const folder = positionals[0] ?? null;
const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  startup: () => startup(rounds),
  reading: () => reading(folder ?? 'runbooks', rounds),
  engine: () => engine(rounds),
  walk: () => walk(rounds),
  editor: () => editor(rounds),
  lint: () => linting(folder, rounds),
  lock: () => locking(rounds),
  history: () => history(rounds),
  peers: () => peers(rounds),
  reports: () => reports(rounds),
};
const known = [...Object.keys(parts), 'growth'];
for (const part of values.only ?? []) if (!known.includes(part)) throw new Error(`--only ${part}: no such part; there are ${known.join(', ')}`);
const wanted = (name: string): boolean => values.only === undefined || values.only.includes(name);

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) if (wanted(name)) figures.push(...(await measure()));
const growths = wanted('growth') ? await growth(Math.min(rounds, 3)) : [];
const broken = [...figures.filter(({ value, bound }) => bound !== null && value > bound).map(({ name }) => name), ...growths.filter(growsTooFast).map(({ what }) => `${what} grows faster than its input`)];
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`;

if (values.json) process.stdout.write(`${JSON.stringify({ machine, figures, growths, broken }, null, 2)}\n`);
else process.stdout.write(table());
process.exitCode = broken.length === 0 ? 0 : 1;

function table(): string {
  const rows = figures.map(({ name, against, value, unit, bound }) => `| ${name} | ${against} | ${number(value)} ${unit} | ${bound === null ? '' : `${bound} ${unit}`} |`);
  const lines = growths.map(({ what, points }) => `| ${what} | ${points.map(({ size, milliseconds }) => `${size}: ${Math.round(milliseconds)} ms`).join(', ')} |`);
  return [
    machine,
    '',
    '| figure | against | measured | bound |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(lines.length === 0 ? [] : ['', '| growth | cost, start-up included |', '| --- | --- |', ...lines]),
    ...(broken.length === 0 ? [] : ['', ...broken.map((name) => `broken: ${name}`)]),
    '',
  ].join('\n');
}

function number(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : String(Math.round(value));
}
