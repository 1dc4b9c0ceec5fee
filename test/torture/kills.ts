import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, faultsOf, leftovers, rowsOf, seeded, traceOf } from './trial-run.ts';
import { inFolder, type Section, type Trial, write } from './trial.ts';

const TABLE = '\n## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n';
const step = (name: string, code: string): string => `## ${name}\n\n\`\`\`bash\n${code}\n\`\`\`\n\n`;
const PLAIN = `# R\n\n${step('Step 1', 'echo one >> trace')}${step('Step 2', 'echo two >> trace')}${step('Step 3', 'echo three >> trace')}${TABLE}`;
// Stopped in a command that does not end by itself, nothing is interrupted.
const HALTED = `# R\n\n${step('Step 1', 'echo one >> trace')}${step('Step 2', 'echo waiting; tail -f /dev/null')}${step('Step 3', 'echo three >> trace')}${TABLE}`;

/** Goes on until nothing is left to do, in turns by `resume` and `record --pending`; what a person must decide is left to one. */
async function settle(folder: string, first: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let turn = first; turn < first + 4; turn++) {
    const end = await ended(turn % 2 === 0 ? ['resume', '--yes'] : ['record', '--pending'], { cwd: folder });
    wrong.push(...faultsOf(end));
    if (end.status === 4) wrong.push(`a row is still kept: ${end.stderr}`);
  }
  return wrong;
}

/** Wrong where the run does not wait for somebody to say how far a step came. */
async function nobodyAsked(folder: string): Promise<readonly string[]> {
  const { stderr } = await ended(['resume', '--yes'], { cwd: folder });
  return /was interrupted; unknown how far it got/.test(stderr) ? [] : [`no row, and nobody is asked: ${stderr}`];
}

/** `before`: how many rows there were before the call that was killed. */
async function judge(folder: string, steps: readonly string[], before = 0): Promise<readonly string[]> {
  const trace = traceOf(folder);
  const wrong = steps.filter((name) => trace.filter((line) => line === name).length > 1).map((name) => `${name} ran twice`);
  const rows = rowsOf(folder).slice(before);
  if (rows.length > 1) wrong.push(`${rows.length} rows: ${rows.join(' ')}`);
  if (trace.length > 0 && rows.length === 0) wrong.push(...(await nobodyAsked(folder)));
  if (rows.some((row) => row.includes('Success')) && steps.some((name) => !trace.includes(name))) wrong.push(`a row of success, and only ${trace.join(', ')} ran`);
  if (rows.length === 1) wrong.push(...leftovers(folder).map((name) => `left over: ${name}`));
  if (!readFileSync(join(folder, 'r.md'), 'utf8').startsWith('# R\n')) wrong.push('the runbook is not whole');
  return wrong;
}

const RUN = (at: number, index: number): Trial => ({
  name: `run, killed after ${Math.round(at)} ms`,
  run: async () =>
    inFolder(async (folder) => {
      write(folder, 'r.md', PLAIN);
      await ended(['run', 'r.md', '--yes'], { cwd: folder, kill: { afterMs: at } });
      return [...(await settle(folder, index)), ...(await judge(folder, ['one', 'two', 'three']))];
    }),
});

const CLOSING = (at: number, index: number): Trial => ({
  name: `closing, killed ${Math.round(at)} ms after the last step`,
  run: async () =>
    inFolder(async (folder) => {
      write(folder, 'r.md', PLAIN);
      await ended(['run', 'r.md', '--yes'], { cwd: folder, kill: { afterMs: at, said: /\[3\/3\]/ } });
      return [...(await settle(folder, index)), ...(await judge(folder, ['one', 'two', 'three']))];
    }),
});

const RESUME = (at: number, index: number): Trial => ({
  name: `resume, killed after ${Math.round(at)} ms`,
  run: async () =>
    inFolder(async (folder) => {
      write(folder, 'r.md', HALTED);
      await ended(['run', 'r.md', '--yes'], { cwd: folder, through: '"$NODE" "$CLI" "$@" > out & child=$!; until grep -q ^waiting out; do sleep 0.02; done; kill -TERM $child; wait $child' });
      const stopped = rowsOf(folder);
      if (stopped.length !== 1) return [`${stopped.length} rows of the stopped run`];
      await ended(['resume', '--yes'], { cwd: folder, kill: { afterMs: at } });
      return [...(await settle(folder, index)), ...(await judge(folder, ['one', 'three'], stopped.length))];
    }),
});

const RECORD = (at: number, index: number): Trial => ({
  name: `record, killed after ${Math.round(at)} ms`,
  run: async () =>
    inFolder(async (folder) => {
      write(folder, 'r.md', PLAIN);
      const end = await ended(['record', 'r.md', '--record', 'Outcome=Success'], { cwd: folder, kill: { afterMs: at } });
      const wrong = [...(await settle(folder, index))];
      const rows = rowsOf(folder);
      if (rows.length > 1 || (end.status === 0 && rows.length !== 1)) wrong.push(`${rows.length} rows after status ${String(end.status)}`);
      return [...wrong, ...leftovers(folder).filter((name) => rows.length === 1 || name.endsWith('.json')).map((name) => `left over: ${name}`)];
    }),
});

const random = seeded(13);
const spread = (count: number, make: (at: number, index: number) => Trial, most: number): readonly Trial[] => Array.from({ length: count }, (_, index) => make(random() * most, index));

/** Kills at random instants over running, closing, resuming and recording, each followed by `resume` or `record --pending`. */
export const kills: Section = { name: 'kills', trials: [...spread(200, RUN, 1200), ...spread(150, CLOSING, 150), ...spread(75, RESUME, 900), ...spread(75, RECORD, 500)].sort((a, b) => a.name.length - b.name.length) };
