import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../src/state/index.ts';
import { type FarMachine, farMachine } from '../execute/places/far-machine.ts';
import { ended, faultsOf, rowsOf, seeded, traceOf } from './trial-run.ts';
import { inFolder, type Section, type Trial, write } from './trial.ts';

const step = (name: string, fence: string, code: string): string => `## ${name}\n\n\`\`\`bash${fence}\n${code}\n\`\`\`\n\n`;
const TEXT = (folder: string): string => `# R\n\n${step('Step 1', '', 'echo one >> trace')}${step('Step 2', ' {on=ssh:web1}', `echo two >> ${folder}/trace; echo "$PPID $$" > ${folder}/pids; sleep 0.5; echo two-end >> ${folder}/trace`)}${step('Step 3', '', 'echo three >> trace')}\n## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n`;

/** What is killed: the program here, sshd's process for the connection, what watches over the piece there, the piece's own shell. */
const SIDES = ['here', 'connection', 'watcher', 'code'] as const;
type Side = (typeof SIDES)[number];

let machine: Promise<FarMachine> | null = null;

/** The torture's own end is that of the machine. */
async function started(): Promise<FarMachine> {
  const far = await farMachine();
  process.once('exit', far.close);
  return far;
}

/** Kills one side of the piece, once it runs there. */
async function killThere(side: Exclude<Side, 'here'>, folder: string, afterMs: number): Promise<void> {
  const file = join(folder, 'pids');
  for (let tries = 0; tries < 400 && !(existsSync(file) && readFileSync(file, 'utf8').trim() !== ''); tries++) await pause(25);
  await pause(afterMs);
  try {
    const [watcher = 0, code = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number);
    const parent = Number(readFileSync(`/proc/${watcher}/stat`, 'utf8').split(' ')[3]);
    process.kill({ connection: parent, watcher, code }[side], 'SIGKILL');
  } catch {
    // It had ended.
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Nothing of a piece that was cut off may go on there. */
async function livesOn(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'pids'))) return false;
  const code = Number(readFileSync(join(folder, 'pids'), 'utf8').trim().split(' ')[1]);
  for (let tries = 0; tries < 100 && isAlive(code); tries++) await pause(60);
  return isAlive(code);
}

async function judge(folder: string, stderr: string): Promise<readonly string[]> {
  const trace = traceOf(folder);
  const wrong = ['one', 'two', 'three'].filter((name) => trace.filter((line) => line === name).length > 1).map((name) => `${name} ran twice`);
  const success = rowsOf(folder).filter((row) => row.includes('Success')).length;
  if (success > 1) wrong.push(`${success} rows of success`);
  if (success === 1 && !(trace.includes('two-end') && trace.includes('three'))) wrong.push(`a row of success, and only ${trace.join(', ')} ran`);
  if (trace.includes('two') && !trace.includes('three') && success === 0 && !/interrupted; unknown how far|is finished: failed|nothing to resume/.test(stderr)) wrong.push(`nobody is asked: ${stderr.slice(0, 300)}`);
  if (await livesOn(folder)) wrong.push('it goes on there');
  return wrong;
}

const trial = (side: Side, at: number): Trial => ({
  name: `${side} killed after ${Math.round(at)} ms`,
  run: async () =>
    inFolder(async (folder) => {
      machine ??= started();
      const far = await machine;
      write(folder, 'r.md', TEXT(folder));
      const call = { cwd: folder, env: { PATH: far.path } };
      const killed = side === 'here' ? Promise.resolve() : killThere(side, folder, at);
      const first = await ended(['run', 'r.md', '--yes'], { ...call, ...(side === 'here' ? { kill: { afterMs: at } } : {}) });
      await killed;
      if (await livesOn(folder)) return ['it goes on there'];
      const again = await ended(['resume', '--yes'], call);
      return [...faultsOf(first), ...faultsOf(again), ...(await judge(folder, again.stderr))];
    }),
});

const random = seeded(24);

/** A step on another machine, either side killed at 52 instants. */
export const places: Section = {
  name: 'places',
  trials: Array.from({ length: 52 }, (_, index) => {
    const side = SIDES[index % SIDES.length] ?? 'here';
    return trial(side, side === 'here' ? 400 + random() * 3000 : random() * 700);
  }),
};
